import { z } from 'zod'

const instant = (text: string): number | undefined => {
  const at = Date.parse(text)
  return Number.isNaN(at) ? undefined : at
}

const Instant = z.string().refine((text) => instant(text) !== undefined, 'Write it as 2026-01-05T09:40:00Z.')

/** From when to when a log is shown. */
export const LogPeriod = {
  from: Instant.optional().describe('Only entries from this moment on: 2026-01-05T09:40:00Z'),
  to: Instant.optional().describe('Only entries before this moment'),
}

export function isWithin(
  at: number,
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
): boolean {
  const [start, end] = [from === undefined ? undefined : instant(from), to === undefined ? undefined : instant(to)]
  return (start === undefined || at >= start) && (end === undefined || at < end)
}
