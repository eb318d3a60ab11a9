// How far back the provisioning logs are shown (MS8). Pure.
const HOUR_MS = 3_600_000

/** As the portal's filter Date has them; what stands in the address. */
export const PERIODS = [
  ['24h', '24 hours', 24],
  ['7d', '7 days', 7 * 24],
  ['30d', '30 days', 30 * 24],
] as const

/** The moment from which on entries are shown, on the minute; undefined for all. */
export function startOf(period: string | undefined, now: string | undefined): string | undefined {
  const hours = PERIODS.find(([name]) => name === period)?.[2]
  if (hours === undefined || now === undefined) return undefined
  const minute = Math.floor(Date.parse(now) / 60_000) * 60_000
  return new Date(minute - hours * HOUR_MS).toISOString()
}
