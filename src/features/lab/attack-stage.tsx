import { Alert, Stack, Switch, Text } from '@mantine/core';
import { catalog } from '../../core/catalog.ts';
import type { AttackSpec } from '../../core/contracts.ts';
import { useExperiment, useRun } from '../../stores/session.ts';
import type { Component } from '../../core/params/fields.ts';
import { ComponentStage } from './component-stage.tsx';
import { withAttack } from './with-attack.ts';

/** The attack, or none; warns when there are more fake users than genuine ones. */
export function AttackStage() {
  const spec = useExperiment((state) => state.spec);
  const edit = useExperiment((state) => state.edit);
  const genuine = useRun((state) => state.live.prepared?.statistics.users);
  const { attack } = spec;
  const specs: Readonly<Record<string, AttackSpec | undefined>> = catalog.attacks;
  const knowledge = attack ? specs[attack.id]?.knowledge : undefined;
  const fakes = Number(attack?.params['fakeUserCount'] ?? 0);
  const choose = (next: Component | null) => edit(withAttack(spec, next));
  return (
    <Stack gap="sm">
      <Switch
        label="Attack the victim"
        checked={attack !== null}
        onChange={(event) =>
          choose(event.currentTarget.checked ? { id: 'unrolled-injection', params: {} } : null)
        }
        size="sm"
      />
      {attack && (
        <ComponentStage label="Attack" kind="attacks" path="attack" component={attack} onChoose={choose} />
      )}
      {genuine !== undefined && fakes > genuine && (
        <Alert
          variant="outline"
          color="yellow"
          title={`More fake users (${fakes}) than genuine ones (${genuine})`}
        >
          It runs, but no real service would overlook this.
        </Alert>
      )}
      {knowledge && (
        <Text size="sm" c="dimmed">
          What this attacker must know: {knowledge}
        </Text>
      )}
    </Stack>
  );
}
