import { catalog } from '../core/catalog.ts';
import type { Spec } from '../core/contracts.ts';
import { presets } from '../core/experiments/presets.ts';
import type { Field } from '../core/params/fields.ts';

/** `list [--json]`: every preset and algorithm with its parameters. */
export function listCommand(args: readonly string[]): string {
  if (args.includes('--json')) return JSON.stringify({ presets, ...catalog }, null, 1);
  const parts = [
    'presets',
    ...presets.map(
      ({ id, title, estimate }) => `  ${id.padEnd(28)}${title} (about ${Math.round(estimate.seconds)} s)`,
    ),
  ];
  for (const [kind, specs] of Object.entries(catalog)) {
    parts.push('', kind);
    for (const spec of Object.values(specs as Record<string, Spec>)) {
      parts.push(`  ${spec.id.padEnd(28)}${spec.summary}`);
      for (const [name, field] of Object.entries(spec.parameters))
        parts.push(`    ${name.padEnd(26)}${described(field)}`);
    }
  }
  return parts.join('\n');
}

function described(field: Field): string {
  const value = field.kind === 'component' ? field.default.id : JSON.stringify(field.default);
  const bounds = 'min' in field ? ` (${field.min} to ${field.max})` : '';
  const options = field.kind === 'choice' ? ` (${Object.keys(field.options).join(', ')})` : '';
  return `${value}${bounds}${options}  ${field.label}`;
}
