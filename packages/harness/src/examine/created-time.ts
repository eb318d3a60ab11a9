// meta.created of a user who was just created: the time of the create, or the test cannot tell them from people who were there before.
import { createdTime } from '../target/take-over.ts'
import type { Answer } from './answer.ts'

/** What is wrong with `meta.created` in the answer to a POST; undefined where it is right, not shown, or cannot be told. */
export function wrongCreated({
  exchange,
  body,
}: Answer): { readonly isBefore: boolean; readonly detail: string } | undefined {
  const { startedAt, durationMs } = exchange
  // Without a Date of its own, whose clock is wrong cannot be told: it may be ours.
  if (!body || dateOf(exchange) === undefined) return undefined
  const answered = { exchange, resource: body, answeredAt: startedAt + durationMs, tookMs: durationMs }
  const { created, isBefore, isToCome } = createdTime(answered)
  if (created === undefined || !(isBefore || isToCome)) return undefined
  const by = isBefore ? 'before the POST' : 'after the answer'
  const apart = span(Math.abs(created - (dateOf(exchange) ?? startedAt)))
  return { isBefore, detail: `meta.created of a new person is ${shownIn(body)}, ${apart} ${by}.` }
}

/** Whether the answer to a POST shows that an account was made by it: 201, or a `meta.created` that is not yet to come. */
export function tellsCreate({ exchange, body, status }: Answer): boolean {
  if (!body) return false
  const { startedAt, durationMs } = exchange
  const answered = { exchange, resource: body, answeredAt: startedAt + durationMs, tookMs: durationMs }
  const { created, isToCome } = createdTime(answered)
  return status !== 200 || (created !== undefined && !isToCome)
}

function dateOf({ response }: Answer['exchange']): number | undefined {
  const date = Date.parse(response?.headers.find(([name]) => /^date$/i.test(name))?.[1] ?? '')
  return Number.isNaN(date) ? undefined : date
}

function shownIn({ meta }: NonNullable<Answer['body']>): string {
  return JSON.stringify(Object(meta).created)
}

const UNITS: readonly (readonly [name: string, ms: number])[] = [
  ['years', 31_557_600_000],
  ['days', 86_400_000],
  ['hours', 3_600_000],
  ['minutes', 60_000],
  ['seconds', 1_000],
]

/** `7.0 hours`: in the largest unit of which there are two. */
function span(ms: number): string {
  const [name, unit] = UNITS.find(([, one]) => ms >= 2 * one) ?? (['milliseconds', 1] as const)
  return `${(ms / unit).toFixed(unit > 1_000 ? 1 : 0)} ${name}`
}
