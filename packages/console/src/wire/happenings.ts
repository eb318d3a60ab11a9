// What stands between the exchanges and is none: in a thin row, by its number. Pure.
import { instantText } from '../parts/time-text.ts'
import type { Views } from '../source/source.ts'
import type { HeadFilter } from './filter-heads.ts'
import { type Head, senderName } from './sentences.ts'

export type Happening = Views['world.happenings']

/** `Entra ID: cycle 3 begins.` */
export function happeningText({ kind, by, activity, run, to, what, name }: Happening): string {
  const work = `${senderName(by ?? '')}: ${WORK[activity ?? 'cycle']} ${run}`
  switch (kind) {
    case 'clock':
      return `The clock is moved to ${instantText(to ?? '')}.`
    case 'clock-stopped':
      return 'The clock is stopped on the way.'
    case 'began':
      return `${work} begins.`
    case 'ended':
      return `${work} has ended.`
    case 'fault':
      return `A fault is set: ${what}.`
    case 'faults-lifted':
      return 'The faults are lifted.'
    case 'act':
      return `By ${by === 'clock' ? 'the clock' : 'an administrator'}: ${what}, ${name}.`
  }
}

const WORK: Readonly<Record<NonNullable<Happening['activity']>, string>> = {
  cycle: 'cycle',
  'on-demand': 'provision on demand',
  test: 'connection test',
  push: 'push',
  import: 'import',
}

/** Those that fit the filter. What is asked of an exchange only, none of them has. */
export function filterHappenings(
  happenings: readonly Happening[],
  { at, from, to, sender, method, status, purpose, effect, mark, finding, errorsOnly, q }: HeadFilter,
): readonly Happening[] {
  const isOfExchanges = errorsOnly || [method, status, purpose, effect, mark, finding].some((one) => one !== undefined)
  if (isOfExchanges) return []
  const wanted = q?.toLowerCase()
  return happenings.filter(
    (one) =>
      one.seq >= (from ?? one.seq) &&
      one.seq <= Math.min(to ?? one.seq, at ?? one.seq) &&
      (sender === undefined || one.by === sender) &&
      (wanted === undefined || happeningText(one).toLowerCase().includes(wanted)),
  )
}

/** Those before the exchange that is shown next: what stands behind the last one that is shown is shown with it. */
export function happenedUntil(
  happenings: readonly Happening[],
  heads: readonly Pick<Head, 'seq'>[],
  at: number | undefined,
): readonly Happening[] {
  if (at === undefined) return happenings
  const next = heads.find(({ seq }) => seq > at)
  return next ? happenings.filter(({ seq }) => seq < next.seq) : happenings
}
