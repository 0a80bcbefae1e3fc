import { Stack, Switch } from '@mantine/core';
import { ComponentPicker } from '../../components/form/component-picker.tsx';
import { FoldedFields } from '../../components/form/folded-fields.tsx';
import { ParameterFields } from '../../components/form/parameter-fields.tsx';
import { useExperiment } from '../../stores/session.ts';
import { hasProblemUnder, optionsFor, problemAt } from './form-scope.ts';
import { producedBy } from './produced-by.ts';

const path = 'evaluation.opponent';
/** What an opponent takes over from the attack. */
const shared = ['targetItems', 'fakeUserCount'];

/** Another attack of equal budget beside the attack, or none. */
export function OpponentStage() {
  const spec = useExperiment((state) => state.spec);
  const problems = useExperiment((state) => state.problems);
  const setParam = useExperiment((state) => state.setParam);
  const { opponent } = spec.evaluation;
  const options = optionsFor('attacks', spec, path).filter(
    ({ id }) => producedBy({ id, params: {} }) === 'poison',
  );
  const chosen = options.find(({ id }) => id === opponent?.id);
  const own = Object.entries(chosen?.parameters ?? {}).filter(([name]) => !shared.includes(name));
  return (
    <Stack gap="sm">
      <Switch
        label="Compare with another attack"
        description="A further victim, attacked by it with the same targets, fake users and clicks each."
        checked={opponent !== undefined}
        onChange={(event) =>
          setParam(path, event.currentTarget.checked ? { id: 'unrolled-injection', params: {} } : undefined)
        }
        size="sm"
      />
      {opponent && (
        <ComponentPicker
          label="Opponent"
          options={options}
          value={opponent.id}
          onChange={(id) => setParam(path, { id, params: {} })}
          error={problemAt(problems, `${path}.id`) ?? problemAt(problems, path)}
        />
      )}
      {opponent && chosen && (
        <FoldedFields name={chosen.name} wrong={hasProblemUnder(problems, `${path}.params`)}>
          <ParameterFields
            schema={Object.fromEntries(own)}
            path={`${path}.params`}
            values={opponent.params}
          />
        </FoldedFields>
      )}
    </Stack>
  );
}
