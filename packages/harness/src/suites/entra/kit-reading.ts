// How the validation kit looks at the endpoint itself: by filters, as its workflows do.
import type { JsonObject } from '@scimulator/shared/scim'
import { type Answer, listIn } from '../../examine/answer.ts'
import type { Asking } from '../../examine/asking.ts'
import { filterQuery } from '../../examine/facts.ts'
import type { Questioner } from '../../examine/questioner.ts'
import type { Stage } from '../suite.ts'
import type { GalleryTenant, SourceUser } from './gallery-tenant.ts'

type IsRight = (found: JsonObject | undefined) => boolean

export interface Seen {
  readonly answer: Answer
  readonly found: JsonObject | undefined
}

function* byFilter(q: Questioner, path: string, filter: string, isRight: IsRight): Asking<Seen> {
  const first = (answer: Answer): JsonObject | undefined => listIn(answer)?.resources[0]
  const answer = yield* q.until(
    () => q.send('GET', `${path}?${filterQuery(filter)}`),
    (one) => one.ok && isRight(first(one)),
  )
  return { answer, found: first(answer) }
}

export function findUser(q: Questioner, { userName }: SourceUser, isRight: IsRight): Asking<Seen> {
  return byFilter(q, '/Users', `userName eq ${JSON.stringify(userName)}`, isRight)
}

export function findGroup(q: Questioner, displayName: string, isRight: IsRight): Asking<Seen> {
  return byFilter(q, '/Groups', `displayName eq ${JSON.stringify(displayName)}`, isRight)
}

/** One resource in full: a list may leave members out. */
export function* readWhole(q: Questioner, kind: 'Users' | 'Groups', id: string, isRight: IsRight): Asking<Seen> {
  const answer = yield* q.until(
    () => q.send('GET', `/${kind}/${encodeURIComponent(id)}`),
    (one) => one.ok && isRight(one.body),
  )
  return { answer, found: answer.body }
}

export const isThere: IsRight = (found) => found !== undefined
export const isGone: IsRight = (found) => found === undefined
export const isOut: IsRight = (found) => found === undefined || found.active === false

/** Connects, or notes why it cannot be done; what is then asked counts on it. */
export async function connected(stage: Stage, tenant: GalleryTenant, row: string): Promise<boolean> {
  const cause = await tenant.connect()
  if (cause === undefined) return true
  const answer = tenant.refused() ?? tenant.lastWrite()
  if (answer) stage.note.row(row, false, answer, `The connection test fails: ${cause}`)
  else stage.note.leave([row], cause)
  return false
}

/** Notes a test of the kit; where it fails, the request that was refused says more than what was read. */
export function judged(
  stage: Stage,
  tenant: GalleryTenant,
  row: string,
  held: boolean,
  seen: Seen,
  detail: string,
): void {
  const refused = held ? undefined : tenant.refused()
  const shown = refused ?? (held ? seen.answer : (tenant.lastWrite() ?? seen.answer))
  const why = refused
    ? `${detail} ${refused.exchange.request.method} is answered ${refused.status || 'nothing'}.`
    : detail
  stage.note.row(row, held, shown, why, seen.answer)
}
