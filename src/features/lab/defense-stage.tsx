import { Button, Stack, Text } from '@mantine/core';
import { Icon } from '../../components/layout/icon.tsx';
import { useExperiment } from '../../stores/session.ts';
import { ComponentStage } from './component-stage.tsx';
import { optionsFor } from './form-scope.ts';

/** Defenses in their order; says so plainly while the lab has none. */
export function DefenseStage() {
  const spec = useExperiment((state) => state.spec);
  const setParam = useExperiment((state) => state.setParam);
  const options = optionsFor('defenses', spec, 'defenses');
  const first = options.find((option) => option.unfit === undefined) ?? options[0];
  if (!first) {
    return (
      <Text size="sm" c="dimmed">
        This lab has no defense yet: the victim takes whatever it is fed.
      </Text>
    );
  }
  return (
    <Stack gap="md">
      {spec.defenses.map((defense, at) => (
        <div key={`${at}-${defense.id}`}>
          <ComponentStage
            label={`Defense ${at + 1}`}
            kind="defenses"
            path={`defenses[${at}]`}
            component={defense}
          />
          <Button
            size="compact-sm"
            variant="subtle"
            mt="xs"
            onClick={() =>
              setParam(
                'defenses',
                spec.defenses.filter((_, other) => other !== at),
              )
            }
          >
            Remove defense {at + 1}
          </Button>
        </div>
      ))}
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<Icon name="plus" size={14} />}
        onClick={() => setParam('defenses', [...spec.defenses, { id: first.id, params: {} }])}
        style={{ alignSelf: 'flex-start' }}
      >
        Add a defense
      </Button>
    </Stack>
  );
}
