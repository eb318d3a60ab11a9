import type { Stream } from '@scimulator/shared/store'
import type { InsightsEvent } from './event.ts'

/** JumpCloud keeps events for 90 days, in some plans for fewer (Directory Insights API). */
export const RETENTION_MS = 90 * 86_400_000

/**
 * The events that Directory Insights still knows, oldest first. Memory holds the newest; older ones are read from the
 * data folder when there is one.
 */
export async function keptEvents(stream: Stream<InsightsEvent>, now: number): Promise<readonly InsightsEvent[]> {
  const isKept = ({ timestamp }: InsightsEvent): boolean => Date.parse(timestamp) >= now - RETENTION_MS
  const inMemory = stream.recent().map(({ entry }) => entry)
  const [oldest] = inMemory
  if (stream.firstSeq <= 1 || (oldest && !isKept(oldest))) return inMemory.filter(isKept)
  const events: InsightsEvent[] = []
  for await (const { entry } of stream.read()) if (isKept(entry)) events.push(entry)
  return events
}
