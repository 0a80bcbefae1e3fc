import { expect, test } from 'vitest';
import { catalog } from './catalog.ts';
import type { ModelFactory, ModelSpec } from './contracts.ts';
import { implementations } from './implementations.ts';
import { parseParameters } from './params/parse.ts';
import { schemaOf } from './find-spec.ts';

const models = Object.entries(catalog.models) as readonly (readonly [
  keyof typeof catalog.models,
  ModelSpec,
])[];

test.each(models)('%s says what its training loss is exactly if it is trained by steps', async (id, spec) => {
  const factory = (await implementations.models[id]()) as unknown as ModelFactory<never>;
  const model = factory.create(parseParameters(spec.parameters, {}, 'params', schemaOf) as never);
  expect(spec.trainingLoss !== undefined).toBe(model.kind === 'trainable');
  if (spec.trainingLoss !== undefined) expect(spec.trainingLoss).toMatch(/\((.*, )?(sum|mean)\)$/);
});
