import { describe, expect, it } from 'vitest';
import { presets } from '../../core/experiments/presets.ts';
import { badInput } from '../../core/errors.ts';
import { presetOfSpec, specOfPreset } from '../../stores/preset-specs.ts';
import { hasProblemUnder, optionsFor, problemAt } from './form-scope.ts';

const [first] = presets;
if (!first) throw new Error('there is no preset');
const spec = specOfPreset(first);

describe('optionsFor', () => {
  it('greys out a surrogate without gradients and says why', () => {
    const options = optionsFor('models', spec, 'attack.params.surrogate');
    expect(options.find(({ id }) => id === 'popularity')?.unfit).toMatch(/gradient.*Popularity has none/i);
    expect(options.find(({ id }) => id === 'wrmf')?.unfit).toBeUndefined();
  });

  it('lets the same model be a victim', () => {
    expect(optionsFor('models', spec, 'victim').find(({ id }) => id === 'popularity')?.unfit).toBeUndefined();
  });

  it('greys out datasets whose files the page does not have', () => {
    expect(optionsFor('datasets', spec, 'dataset').find(({ id }) => id === 'ml-1m')?.unfit).toContain(
      'command line',
    );
  });
});

describe('problems', () => {
  const problems = [badInput('attack.params.unrollSteps', 'must be at most 100', 500)];

  it('are told at their field, without the place that the reader is at', () => {
    expect(problemAt(problems, 'attack.params.unrollSteps')).toBe('Must be at most 100, got 500');
    expect(problemAt(problems, 'attack.params')).toBeUndefined();
  });

  it('open the stage that they lie in', () => {
    expect(hasProblemUnder(problems, 'attack')).toBe(true);
    expect(hasProblemUnder(problems, 'victim')).toBe(false);
  });
});

describe('presetOfSpec', () => {
  it('knows a preset under another seed, and not after a change', () => {
    expect(presetOfSpec({ ...spec, seed: 77 })?.id).toBe(first.id);
    expect(presetOfSpec({ ...spec, repeats: spec.repeats + 1 })).toBeUndefined();
  });
});
