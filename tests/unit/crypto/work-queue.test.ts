import { expect, it } from 'vitest';
import { WorkQueue, WorkQueueFull } from '#lib/crypto/work-queue';

/** Work that ends when told to. */
function gate() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end, work: () => ended };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

it('runs so many at once, keeps so many in line, and refuses the next', async () => {
  const queue = new WorkQueue({ concurrency: 2, waiting: 1 });
  const started: number[] = [];
  const gates = [gate(), gate(), gate()];
  const runs = gates.map(({ work }, index) =>
    queue.run(() => {
      started.push(index);
      return work();
    }),
  );
  await settle();
  expect(started).toEqual([0, 1]);
  await expect(queue.run(async () => 'too much')).rejects.toThrow(WorkQueueFull);
  gates[0]?.end();
  await settle();
  expect(started).toEqual([0, 1, 2]);
  for (const { end } of gates) end();
  await Promise.all(runs);
});

it('frees the place of work that failed', async () => {
  const queue = new WorkQueue({ concurrency: 1, waiting: 5 });
  const failing = Array.from({ length: 5 }, () => queue.run(() => Promise.reject(new Error('broke'))));
  for (const run of failing) await expect(run).rejects.toThrow('broke');
  expect(await queue.run(async () => 'done')).toBe('done');
});
