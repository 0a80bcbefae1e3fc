import { Select, Stack, Switch } from '@mantine/core';
import { NumberList } from '../../components/form/list-field.tsx';
import { useExperiment } from '../../stores/session.ts';
import { DownstreamStage } from './downstream-stage.tsx';
import { ExplainStage } from './explain-stage.tsx';
import { OpponentStage } from './opponent-stage.tsx';
import { problemAt } from './form-scope.ts';
import { producedBy } from './produced-by.ts';
import { RemovedSharesField } from './removed-shares-field.tsx';

/** Cutoffs, checkpoints and the protocol under which numbers are compared. */
export function EvaluationStage() {
  const { evaluation, attack } = useExperiment((state) => state.spec);
  const problems = useExperiment((state) => state.problems);
  const setParam = useExperiment((state) => state.setParam);
  const { at, protocol } = evaluation;
  const steals = attack !== null && producedBy(attack) === 'surrogate';
  return (
    <Stack gap="sm">
      <Switch
        label="Describe the data alone"
        description="Size, density and long tail; nothing is trained or attacked."
        checked={evaluation.dataOnly === true}
        onChange={(event) => setParam('evaluation.dataOnly', event.currentTarget.checked || undefined)}
        size="sm"
      />
      <NumberList
        label="List lengths K"
        description="Metrics are read at each of these lengths."
        value={evaluation.cutoffs}
        onChange={(cutoffs) => setParam('evaluation.cutoffs', cutoffs)}
        error={problemAt(problems, 'evaluation.cutoffs') ?? problemAt(problems, 'evaluation.cutoffs[0]')}
      />
      {!steals && (
        <Switch
          label="Compare with random filler"
          description="A second victim, attacked by random clicks of the same budget."
          checked={evaluation.baseline}
          onChange={(event) => setParam('evaluation.baseline', event.currentTarget.checked)}
          size="sm"
        />
      )}
      {attack && !steals && <OpponentStage />}
      {attack && !steals && <ExplainStage />}
      {steals && <DownstreamStage />}
      <Switch
        label="Train a control"
        description="The clean victim once more from another seed: how much two equal runs differ."
        checked={evaluation.control}
        onChange={(event) => setParam('evaluation.control', event.currentTarget.checked)}
        size="sm"
      />
      {attack && (
        <>
          <NumberList
            label={steals ? 'Evaluate after these numbers of queries' : 'Evaluate after these outer steps'}
            description={
              steals
                ? 'Empty: only at the end. Each point costs one more copy, trained on the queries so far.'
                : 'Empty: only at the end. Each point costs one more victim when it is trained anew.'
            }
            value={at?.values ?? []}
            onChange={(values) =>
              setParam(
                'evaluation.at',
                values.length === 0
                  ? undefined
                  : { of: steals ? 'queries' : 'outerSteps', retrain: at?.retrain ?? true, values },
              )
            }
            error={problemAt(problems, 'evaluation.at.values')}
          />
          {at && !steals && (
            <Switch
              label="Train a fresh victim at each of them"
              description="Off: only the attacker's own model is read, which flatters the attack."
              checked={at.retrain}
              onChange={(event) => setParam('evaluation.at.retrain', event.currentTarget.checked)}
              size="sm"
            />
          )}
        </>
      )}
      <RemovedSharesField />
      <Choice
        label="Items that a user knows already"
        value={protocol.history}
        options={{ masked: 'are not recommended again', kept: 'may be recommended again' }}
        onChange={(value) => setParam('evaluation.protocol.history', value)}
      />
      <Choice
        label="Among equal scores"
        value={protocol.ties}
        options={{
          pessimistic: 'the item in question comes last',
          optimistic: 'the item in question comes first',
        }}
        onChange={(value) => setParam('evaluation.protocol.ties', value)}
      />
      <Choice
        label="Users who own every target"
        value={protocol.owners}
        options={{ excluded: 'are left out', miss: 'count as a miss (Tang et al.)' }}
        onChange={(value) => setParam('evaluation.protocol.owners', value)}
      />
    </Stack>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: Readonly<Record<string, string>>;
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <Select
      label={label}
      size="sm"
      allowDeselect={false}
      data={Object.entries(options).map(([id, text]) => ({ value: id, label: text }))}
      value={value}
      onChange={(next) => next !== null && onChange(next)}
    />
  );
}
