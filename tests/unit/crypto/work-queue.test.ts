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

it('hands a place on without making a new one', async () => {
  const queue = new WorkQueue({ concurrency: 1, waiting: 5 });
  let running = 0;
  let most = 0;
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await settle();
    running -= 1;
  };
  const early = Array.from({ length: 3 }, () => queue.run(work));
  await settle();
  await settle();
  await Promise.all([...early, ...Array.from({ length: 3 }, () => queue.run(work))]);
  expect(most).toBe(1);
});

it('frees the place of work that failed', async () => {
  const queue = new WorkQueue({ concurrency: 1, waiting: 5 });
  const failing = Array.from({ length: 5 }, () => queue.run(() => Promise.reject(new Error('broke'))));
  for (const run of failing) await expect(run).rejects.toThrow('broke');
  expect(await queue.run(async () => 'done')).toBe('done');
});
