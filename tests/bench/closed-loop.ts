/** What one run of a closed loop has taken. Milliseconds. */
export interface Latencies {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly failed: number;
}

/** So many workers, each of which begins again as soon as its work is done. `work` says whether it went well. */
export async function closedLoop(
  work: (turn: number) => Promise<boolean>,
  workers: number,
  seconds: number,
): Promise<Latencies> {
  const [taken, end]: [number[], number] = [[], performance.now() + seconds * 1000];
  let [turn, failed] = [0, 0];
  const worker = async () => {
    while (performance.now() < end) {
      const start = performance.now();
      turn += 1;
      const went = await work(turn).catch(() => false);
      if (!went) failed += 1;
      taken.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
  taken.sort((a, b) => a - b);
  const at = (part: number) => taken[Math.floor(taken.length * part)] ?? 0;
  return { perSecond: taken.length / seconds, p50: at(0.5), p95: at(0.95), failed };
}
