import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { LabError } from '../../core/errors.ts';
import { useEnvironment, useRun } from '../../stores/session.ts';

/** What to do about each kind of failure. */
const advice: { readonly [C in LabError['code']]: string } = {
  'bad-input': 'Change the value named above and run again.',
  incompatible: 'Choose parts that fit: the pipeline greys out those that do not.',
  'not-finite': 'A smaller learning rate of the model named above usually helps.',
  'out-of-memory': 'Use fewer users (a preparation step), a smaller embedding or fewer unrolled steps.',
  backend: 'Choose another backend and run again.',
  'device-lost': 'Run again: the GPU was taken away. WASM does not depend on it.',
  cancelled: 'Nothing is wrong: run again whenever you like.',
  internal:
    'This is a fault of the lab. Running again with another backend may help; the message helps to report it.',
};

/** A failed job, an incident of the machine, an offer to resume. */
export function RunNotices() {
  const status = useRun((state) => state.status);
  const error = useRun((state) => state.error);
  const incident = useRun((state) => state.incident);
  const interrupted = useRun((state) => state.interrupted);
  const resumeInterrupted = useRun((state) => state.resumeInterrupted);
  const forgetInterrupted = useRun((state) => state.forgetInterrupted);
  const choice = useEnvironment((state) => state.choice);
  return (
    <Stack gap="sm">
      {interrupted && (
        <Alert variant="outline" title="A run of your last visit did not end">
          <Group gap="sm">
            <Text size="sm">Its finished stages are kept, so it goes on from there.</Text>
            <Button size="compact-sm" onClick={() => resumeInterrupted({ backend: choice })}>
              Resume it
            </Button>
            <Button size="compact-sm" variant="default" onClick={forgetInterrupted}>
              Forget it
            </Button>
          </Group>
        </Alert>
      )}
      {incident && (
        <Alert variant="outline" title="Something happened to the machine" role="status">
          {incident}
        </Alert>
      )}
      {status === 'failed' && error && (
        <Alert
          variant="outline"
          color="red"
          title={error.path ? `The run stopped at ${error.path}` : 'The run stopped'}
          role="alert"
        >
          <Text size="sm">{error.message}</Text>
          <Text size="sm" mt={4}>
            {advice[error.code]}
          </Text>
        </Alert>
      )}
    </Stack>
  );
}
