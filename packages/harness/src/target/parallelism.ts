/** Connections that are never exceeded. */
export const MOST_AT_A_TIME = 64

const FEWEST_AT_A_TIME = 8

/**
 * How many scenarios run at a time: what was said, or by how long an answer takes. Beyond a few milliseconds a world mostly waits, and
 * others can use the time; a target on this machine shares its processors with the run.
 * @param latencyMs the quickest answer so far
 */
export function parallelAt(said: number | undefined, latencyMs = 0): number {
  return said ?? Math.min(16, Math.max(2, Math.ceil(latencyMs / 1.6)))
}

/**
 * Requests under way at once: a world reads several at a time, and seldom do all of them read. A caller who says one at a time means it: there are
 * servers that work on one connection only until it is closed.
 */
export function requestsAtATime(said: number | undefined, latencyMs?: number): number {
  if (said === 1) return 1
  const parallel = parallelAt(said, latencyMs)
  return Math.min(MOST_AT_A_TIME, Math.max(FEWEST_AT_A_TIME, 4 * parallel))
}
