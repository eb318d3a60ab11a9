// Whom a PATCH adds to a group and whom it removes, in the forms that identity providers write.
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '@scimulator/shared/scim'
import type { HandlerRequest } from '../scim/handler-port.ts'
import { bodyOf, isFor, opOf, pathOf } from './rewriting.ts'

/** Ids of the members that a PATCH of a group adds; none for other requests. */
export function addedMembers(request: HandlerRequest): readonly string[] {
  return operationsOf(request)
    .filter((one) => opOf(one) === 'add' && /^members$/i.test(pathOf(one)))
    .flatMap(({ value }) => idsIn(value))
}

/** Ids of the members that a PATCH of a group removes, by a value or by a filter in the path; none for other requests. */
export function removedMembers(request: HandlerRequest): readonly string[] {
  return operationsOf(request)
    .filter((one) => opOf(one) === 'remove')
    .flatMap((one) => {
      const [, id] = /^members\[value eq "([^"]*)"\]/i.exec(pathOf(one)) ?? []
      if (id !== undefined) return [id]
      return /^members$/i.test(pathOf(one)) ? idsIn(one.value) : []
    })
}

/** Ids of the members of a group. */
export function memberIds(group: JsonObject | undefined): readonly string[] {
  return idsIn(group?.members)
}

function operationsOf(request: HandlerRequest): readonly JsonObject[] {
  const operations = request.method === 'PATCH' && isFor(request, 'Groups') ? bodyOf(request)?.Operations : undefined
  return isJsonArray(operations) ? operations.filter((one) => isJsonObject(one)) : []
}

function idsIn(members: JsonValue | undefined): readonly string[] {
  if (!isJsonArray(members)) return []
  return members.flatMap((one) => (isJsonObject(one) && typeof one.value === 'string' ? [one.value] : []))
}
