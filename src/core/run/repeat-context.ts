import { createRng, type Rng } from '../math/rng.ts';
import { EmbeddingMap } from './embedding-map.ts';
import { explainedPair, type Pair } from './explained-place.ts';
import type { ExperimentSpec, Stream } from './experiment-spec.ts';
import type { RunHost } from './host.ts';
import type { PreparedData } from './prepare-data.ts';
import type { CellRecorder } from './recorder.ts';
import { stageKey } from './stage-runner.ts';

/** Everything the phases of one repeat share. */
export interface RepeatContext {
  readonly spec: ExperimentSpec;
  readonly host: RunHost;
  readonly streams: Readonly<Record<Stream, Rng>>;
  readonly prepared: PreparedData;
  readonly recorder: CellRecorder;
  /** Key of the prepared data, upstream of every other stage. */
  readonly dataKey: string;
  /** Genuine users whose lists are shown: a fixed random sample of those who do not own every target. */
  readonly shownUsers: readonly number[];
  readonly map: EmbeddingMap;
  /** The user and item that the evaluation asks about. */
  readonly explained?: Pair | undefined;
}

const shownUserCount = 24;

export function repeatContext(
  spec: ExperimentSpec,
  host: RunHost,
  streams: Readonly<Record<Stream, Rng>>,
  prepared: PreparedData,
  recorder: CellRecorder,
): RepeatContext {
  const { dataset, prepare, split } = spec;
  return {
    spec,
    host,
    streams,
    prepared,
    recorder,
    dataKey: stageKey(host, 'data', dataset, prepare, split, streams.data.key, streams.split.key),
    shownUsers: shownUsers(prepared),
    explained: explainedPair(spec, prepared),
    map: new EmbeddingMap(prepared, createRng('views')),
  };
}

function shownUsers({ train, targets }: PreparedData): readonly number[] {
  const order = createRng('shown users').sample(train.userCount, train.userCount);
  const owns = (user: number) => {
    const row = train.items.subarray(train.offsets[user], train.offsets[user + 1]);
    return targets.length > 0 && targets.every((target) => row.includes(target));
  };
  return Array.from(order)
    .filter((user) => !owns(user))
    .slice(0, shownUserCount)
    .sort((a, b) => a - b);
}
