// Queries over what a question has made: who else is there neither helps nor hinders.
import { asText } from '@scimulator/shared/scim'
import { type Answer, listIn } from '../../examine/answer.ts'
import type { Asking } from '../../examine/asking.ts'
import { filterQuery } from '../../examine/facts.ts'
import type { Made, Questioner } from '../../examine/questioner.ts'

export interface Search {
  readonly filter: string
  /** Those of one's own that must be found, and those that must not. */
  readonly finds: readonly Made[]
  readonly leaves: readonly Made[]
}

export interface Found {
  readonly held: boolean
  readonly answer: Answer
  readonly detail: string
}

/** Asks until the answer is as it must be, or the time to settle is over. */
export function* search(q: Questioner, { filter, finds, leaves }: Search, path = '/Users'): Asking<Found> {
  const isRight = (answer: Answer): boolean => {
    const ids = listIn(answer)?.ids
    return ids !== undefined && finds.every(({ id }) => ids.includes(id)) && !leaves.some(({ id }) => ids.includes(id))
  }
  const answer = yield* q.until(() => q.send('GET', `${path}?${filterQuery(filter)}`), isRight)
  const ids = listIn(answer)?.ids
  const missing = finds.filter(({ id }) => !ids?.includes(id)).length
  const wrong = leaves.filter(({ id }) => ids?.includes(id)).length
  const seen = ids ? `${missing} of ${finds.length} are missing, ${wrong} are wrongly in it` : 'it is not a list'
  return { held: isRight(answer), answer, detail: `${filter} is answered ${answer.status}: ${seen}.` }
}

export function textOf(value: unknown): string {
  return JSON.stringify(asText(value))
}

/** Of one's own people only: their userNames begin alike. */
export function ownOnly(q: Questioner): string {
  return `userName sw ${textOf(q.facts.prefix)}`
}
