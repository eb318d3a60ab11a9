// What failed and is tried again: in the next cycle, then 6, 12 and 24 hours after the first failure, then daily until day 28
// (Microsoft: Application provisioning in quarantine status).
import { HOUR_MS } from '@scimulator/shared/runtime'
import type { History, Owed } from './history.ts'

const LAST_MARK = 28 * 24

/** The first of the marks that lies later than `now`; undefined after 28 days. */
export function nextMark(since: number, now: number): number | undefined {
  const marks = [6, 12, ...Array.from({ length: 28 }, (_, day) => (day + 1) * 24)].map(
    (hours) => since + hours * HOUR_MS,
  )
  return marks.find((mark) => mark > now && mark <= since + LAST_MARK * HOUR_MS)
}

export function owe(history: History, debt: Pick<Owed, 'id' | 'kind' | 'part' | 'members'>): void {
  const { owed, now } = history
  const before = owed.get(keyOf(debt.id, debt.part))
  const since = before?.since ?? now
  const attempts = (before?.attempts ?? 0) + 1
  const due = attempts === 1 ? now : nextMark(since, now)
  if (due === undefined) {
    owed.delete(keyOf(debt.id, debt.part))
    history.divergences.add('given up after 28 days')
  } else owed.set(keyOf(debt.id, debt.part), { ...debt, since, attempts, due })
}

export function owedFor({ owed }: History, id: string, part: Owed['part']): Owed | undefined {
  return owed.get(keyOf(id, part))
}

export function pay({ owed }: History, id: string, part: Owed['part']): void {
  owed.delete(keyOf(id, part))
}

export function payAll(history: History, id: string): void {
  pay(history, id, 'object')
  pay(history, id, 'references')
}

export function keyOf(id: string, part: Owed['part']): string {
  return `${part} ${id}`
}
