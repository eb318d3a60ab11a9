// An import reads everybody, a hundred at a time (O501 to O506).
import type { Conversation } from '@scimulator/shared/provisioning'
import type { Behaviour } from '../behaviour.ts'
import type { Account } from '../values/import-run.ts'
import type { Import } from '../values/job.ts'
import type { Outcome } from '../values/outcome.ts'
import { ownWords } from '../values/own-words.ts'
import { type JsonObject, type Page, pageOf } from './answer.ts'
import { PAGE } from './compose.ts'
import { ask, type Heard, type Line, textOf } from './talk.ts'

export type Listed =
  | { readonly resources: readonly JsonObject[]; readonly failed?: undefined }
  | { readonly failed: string }

/** What an answer that is not a list is called (O128). */
export const NO_LIST = {
  Users: 'No results for users returned',
  Groups: ownWords('The answer is not a list of groups.'),
}

/** "Refresh App Groups": all of them, at once. */
export function* listGroups(line: Line): Conversation<Listed> {
  const resources: JsonObject[] = []
  for (let start: number | undefined = 1; start !== undefined; ) {
    const read: PageRead = yield* readPage(line, 'Groups', start)
    if ('failed' in read) return { failed: read.failed }
    resources.push(...read.resources)
    start = read.next
  }
  return { resources }
}

/** @param takes whether an account is one that the import sees at all */
export function* importPeople(line: Line, work: Import, takes: (id: string) => boolean): Conversation<Outcome> {
  const accounts = [...work.accounts]
  for (let start = work.start; ; ) {
    const read: PageRead = yield* readPage(line, 'Users', start)
    if ('failed' in read) {
      const { failed, busy } = read
      return { did: [], failed, ...(busy ? { busy, read: { start, accounts } } : {}) }
    }
    // Inactive accounts are not brought in (O509).
    const active = read.resources.filter((resource) => resource.active !== false).flatMap(accountOf)
    accounts.push(...active.filter(({ id }) => takes(id)))
    if (read.next === undefined) return { did: [], read: { start, accounts } }
    start = read.next
  }
}

type PageRead =
  | { readonly resources: readonly JsonObject[]; readonly next: number | undefined }
  | { readonly failed: string; readonly busy?: Heard['busy'] }

function* readPage(line: Line, resource: 'Users' | 'Groups', start: number): Conversation<PageRead> {
  const answer = yield* ask(line, 'import', 'GET', `/${resource}?startIndex=${start}&count=${PAGE}`)
  const page = answer.kind === 'resource' ? pageOf(answer.resource) : undefined
  if (page !== undefined) return { resources: page.resources, next: nextStart(page, start, line.behaviour) }
  const failed = answer.kind === 'refused' ? textOf(answer) : NO_LIST[resource]
  return { failed, ...(answer.busy ? { busy: answer.busy } : {}) }
}

/** Where the next page begins; undefined after the last (O501, O504, O505). */
function nextStart({ resources, totalResults, itemsPerPage }: Page, start: number, behaviour: Behaviour) {
  if (resources.length === 0) return undefined
  const next = start + (behaviour.importNextPage === 'by-count' ? PAGE : resources.length)
  const looksFull = behaviour.importAsksOn === 'full-page' && (itemsPerPage ?? 0) >= PAGE
  return next <= totalResults || looksFull ? next : undefined
}

function accountOf({ id, userName, emails }: JsonObject): readonly Account[] {
  if (typeof id !== 'string' || typeof userName !== 'string') return []
  const email = primaryOf(emails)
  return [{ id, userName, ...(email === undefined ? {} : { email }) }]
}

/** The element that says it is primary (O519). */
function primaryOf(emails: unknown): string | undefined {
  if (!Array.isArray(emails)) return undefined
  const value: unknown = emails.find((one) => Object(one).primary === true)?.value
  return typeof value === 'string' ? value : undefined
}
