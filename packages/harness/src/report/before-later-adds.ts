// A group as it was after one write, told from how it was found later: without those whom writes in between have put in. Pure.
import { asText } from '@scimulator/shared/scim'
import { memberWrite } from './member-writes.ts'
import type { ExchangeRecord, Views } from './recording.ts'

type Item = Readonly<Record<string, unknown>>

/**
 * @param found as one of `views` showed it after all of `exchanges`, members by name
 * @returns undefined where it cannot be told: somebody who came later has no name, or a later write took others out
 */
export function beforeLaterAdds(
  found: Item | undefined,
  write: ExchangeRecord,
  exchanges: readonly ExchangeRecord[],
  views: Views,
): Item | undefined {
  if (!found || !Array.isArray(found.members)) return found
  const path = pathOf(write)
  const later = exchanges.filter((one) => one.n > write.n && one.request.method !== 'GET' && pathOf(one) === path)
  const writes = later.map(memberWrite)
  if (writes.some(({ takes, mayTakeAll }) => takes.length > 0 || mayTakeAll)) return undefined
  const names = namesById(views)
  const came = writes.flatMap(({ adds }) => adds).map((id) => names.get(id))
  if (came.includes(undefined)) return undefined
  return { ...found, members: found.members.filter((member) => !came.includes(asText(member))) }
}

function pathOf({ request }: ExchangeRecord): string {
  return request.url.replace(/\?.*/s, '')
}

/** Keys of all that the views show, by their ids there. */
function namesById(views: Views): ReadonlyMap<string, string> {
  const all = Object.values(views).flatMap((items) => Object.entries(items))
  return new Map(all.flatMap(([key, { id }]) => (id === undefined ? [] : [[asText(id), key] as const])))
}
