import { expect, test } from 'vitest';
import type { RunEvent } from '../core/run/events.ts';
import { pointEvent, progressEvent, viewEvent } from '../testing/fake-runner.ts';
import { createOutbox } from './outbox.ts';

test('every point is kept in order, of progress only the latest of a stage and level', () => {
  const sent: (readonly RunEvent[])[] = [];
  const outbox = createOutbox(
    (events) => sent.push(events),
    () => 0,
  );
  const events = [
    progressEvent('inner', 1),
    pointEvent('a', 1, 1),
    progressEvent('outer', 1),
    progressEvent('inner', 2),
    pointEvent('a', 2, null),
  ];
  for (const event of events) outbox.add(event);
  outbox.flush();
  expect(sent).toEqual([[events[1], events[2], events[3], events[4]]]);
});

test('batches are 50 ms apart unless flushed, and empty ones are not sent', () => {
  let time = 0;
  let batches = 0;
  const outbox = createOutbox(
    () => batches++,
    () => time,
  );
  outbox.flush();
  expect(batches).toBe(0);
  for (; time < 200; time += 10) {
    outbox.add(progressEvent('inner', time));
    outbox.flushIfDue();
  }
  expect(batches).toBe(4); // 0, 50, 100, 150 ms
  outbox.flush();
  expect(batches).toBe(5);
});

test('of a view the latest of its cell is kept: that of another cell is no later one', () => {
  const sent: (readonly RunEvent[])[] = [];
  const outbox = createOutbox(
    (events) => sent.push(events),
    () => 0,
  );
  const lists = (cell: number, repeat: number): RunEvent => ({
    ...viewEvent({
      view: 'lists',
      phase: 'clean',
      users: [],
      items: new Int32Array(),
      scores: new Float32Array(),
      k: 1,
    }),
    cell,
    repeat,
  });
  for (const event of [lists(0, 0), lists(0, 1), lists(1, 0)]) outbox.add(event);
  outbox.flush();
  expect(sent[0]?.map(({ cell, repeat }) => [cell, repeat])).toEqual([
    [0, 1],
    [1, 0],
  ]);
});
