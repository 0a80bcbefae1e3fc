import { Group, NumberInput, Switch } from '@mantine/core';
import { useExperiment } from '../../stores/session.ts';
import { problemAt } from './form-scope.ts';

const path = 'evaluation.explain';

/** Whether one user's recommendation is explained, whose, and how many fake users are left out for it. */
export function ExplainStage() {
  const explain = useExperiment((state) => state.spec.evaluation.explain);
  const problems = useExperiment((state) => state.problems);
  const setParam = useExperiment((state) => state.setParam);
  return (
    <>
      <Switch
        label="Explain one recommendation"
        description="Takes one user’s score of the target apart, and trains the victim without single fake users."
        checked={explain !== undefined}
        onChange={(event) =>
          setParam(path, event.currentTarget.checked ? { user: 0, leaveOneOut: 5 } : undefined)
        }
        size="sm"
      />
      {explain && (
        <Group gap="xs" grow align="flex-start">
          <NumberInput
            label="User"
            description="Numbered as in the lists."
            size="sm"
            min={1}
            allowDecimal={false}
            clampBehavior="none"
            value={explain.user + 1}
            onChange={(value) => setParam(`${path}.user`, value === '' ? null : Number(value) - 1)}
            error={problemAt(problems, `${path}.user`)}
          />
          <NumberInput
            label="Fakes left out"
            description="One by one."
            size="sm"
            min={0}
            allowDecimal={false}
            clampBehavior="none"
            value={explain.leaveOneOut}
            onChange={(value) => setParam(`${path}.leaveOneOut`, value === '' ? null : Number(value))}
            error={problemAt(problems, `${path}.leaveOneOut`)}
          />
        </Group>
      )}
    </>
  );
}
