import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '@scimulator/shared/scim'
import type { HandlerRequest } from '../scim/handler-port.ts'
import { storedResource } from './asking.ts'
import { defineDeviation } from './deviation.ts'
import { bodyOf, errorAnswer, isFor, opOf, pathOf } from './rewriting.ts'

export const renameNeedsEmail = defineDeviation({
  name: 'rename-needs-email',
  describes: 'Refuses a userName that is not the work address, with 400: neither changes without the other.',
  pain: 'Entra ID gives a deleted user another userName in the request that disables them. Refused, they keep their access.',
  hurts: ['entra', 'entraLegacy'],
  damage: 'access',
  seenBy: 'protocol',
  consequences: ['email-must-be-user-name'],
  source: 'onyx-dot-app/onyx#14074, cloudflare/cloudflare-docs#22766',
  looksInside: true,
  create: () => (next) => async (request) => {
    const body = isFor(request, 'Users') ? bodyOf(request) : undefined
    if (!body || !(await isApart(body, request, () => storedResource(next, request)))) return next(request)
    return errorAnswer(400, 'invalidValue', 'userName and the work address must be the same.')
  },
})

/** Whether userName and work address would differ afterwards. */
async function isApart(
  body: JsonObject,
  { method }: HandlerRequest,
  stored: () => Promise<JsonObject | undefined>,
): Promise<boolean> {
  if (method === 'POST' || method === 'PUT') return differ(body.userName, workAddress(body.emails))
  if (method !== 'PATCH') return false
  const userName = writtenBy(body, /^userName$/i)
  const address = writtenBy(body, /^emails\[type eq "work"\]\.value$/i) ?? workAddress(writtenBy(body, /^emails$/i))
  if (userName === undefined && address === undefined) return false
  const before = await stored()
  return differ(userName ?? before?.userName, address ?? workAddress(before?.emails))
}

/** Somebody without an address has none that could differ. */
function differ(userName: unknown, address: unknown): boolean {
  if (typeof userName !== 'string' || typeof address !== 'string') return false
  return userName.toLowerCase() !== address.toLowerCase()
}

function workAddress(emails: JsonValue | undefined): unknown {
  if (!isJsonArray(emails)) return undefined
  return emails.filter((one) => isJsonObject(one)).find(({ type }) => type === 'work')?.value
}

/** What a PATCH writes at a path, or under that name without one; the last one counts. */
function writtenBy(body: JsonObject, path: RegExp): JsonValue | undefined {
  const operations = isJsonArray(body.Operations) ? body.Operations.filter((one) => isJsonObject(one)) : []
  return operations
    .filter((one) => opOf(one) !== 'remove')
    .flatMap((one): readonly (readonly [string, JsonValue | undefined])[] => {
      if (pathOf(one) !== '') return [[pathOf(one), one.value]]
      return isJsonObject(one.value) ? Object.entries(one.value) : []
    })
    .findLast(([name]) => path.test(name))?.[1]
}
