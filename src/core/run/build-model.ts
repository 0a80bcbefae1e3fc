import type { Model, ModelFactory } from '../contracts.ts';
import { implementations } from '../implementations.ts';
import type { Component } from '../params/fields.ts';
import { choose } from './prepare-data.ts';

/** The model of a checked component. */
export async function buildModel({ id, params }: Component): Promise<Model> {
  const factory = await choose<ModelFactory>(implementations.models, id);
  return factory.create(params as never);
}
