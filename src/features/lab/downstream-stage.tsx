import { Stack, Switch } from '@mantine/core';
import { FoldedFields } from '../../components/form/folded-fields.tsx';
import { ParameterFields } from '../../components/form/parameter-fields.tsx';
import { downstreamFields } from '../../core/params/downstream-fields.ts';
import { useExperiment } from '../../stores/session.ts';
import { hasProblemUnder, problemAt } from './form-scope.ts';

const path = 'evaluation.downstream';

/** What a thief does with the stolen copy: fake sequences that promote items, or nothing. */
export function DownstreamStage() {
  const downstream = useExperiment((state) => state.spec.evaluation.downstream);
  const problems = useExperiment((state) => state.problems);
  const setParam = useExperiment((state) => state.setParam);
  return (
    <Stack gap="sm">
      <Switch
        label="Use the copy for an attack"
        description="Fake sequences made with it promote target items. Two more victims: trained with these, and with random sequences of equal budget. With defenses, the same once more behind them, with the copy of the defended victim."
        checked={downstream !== undefined}
        onChange={(event) => setParam(path, event.currentTarget.checked ? {} : undefined)}
        error={problemAt(problems, path)}
        size="sm"
      />
      {downstream && (
        <FoldedFields name="this attack" wrong={hasProblemUnder(problems, path)}>
          <ParameterFields schema={downstreamFields} path={path} values={downstream} />
        </FoldedFields>
      )}
    </Stack>
  );
}
