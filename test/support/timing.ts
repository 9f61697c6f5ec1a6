/** The time under which nineteen of twenty calls stayed. */
const p95 = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)]!

/** How long something took, in milliseconds, and what it answered. */
export const timed = async <T>(work: () => T | Promise<T>): Promise<readonly [ms: number, answer: T]> => {
  const from = performance.now()
  const answer = await work()
  return [performance.now() - from, answer]
}

/** The 95th percentile of so many calls one after another, the first five not counted, told beside its bound. */
export const tellP95 = async (
  name: string,
  { calls, maxMs }: { calls: number; maxMs: number },
  read: () => Promise<unknown>,
): Promise<void> => {
  const times: number[] = []
  for (let call = -5; call < calls; call++) {
    const [ms] = await timed(read)
    if (call >= 0) times.push(ms)
  }
  const ms = p95(times)
  console.log(`${name}: p95 ${ms.toFixed(1)} ms (bound ${maxMs}) ${ms <= maxMs ? 'ok' : 'TOO SLOW'}`)
}
