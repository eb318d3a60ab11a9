import { isJsonArray, isJsonObject, type JsonObject } from '@scimulator/shared/scim'
import type { Handler, HandlerRequest } from '../scim/handler-port.ts'
import { ask, foundResources } from './asking.ts'
import { defineDeviation } from './deviation.ts'
import { bodyOf, isFor, splitTarget } from './rewriting.ts'

export const createTakesOver = defineDeviation({
  name: 'create-takes-over',
  describes: 'Answers a create with the account that has the userName or the email address already, and overwrites it.',
  pain: 'The account of another person is renamed, and belongs to the new one from then on.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'others',
  seenBy: ['directory.users'],
  consequences: [],
  source: 'eneo-ai/eneo#443, onyx-dot-app/onyx#8959',
  looksInside: true,
  create: () => (next) => async (request) => {
    const body = request.method === 'POST' && isFor(request, 'Users') ? bodyOf(request) : undefined
    const existing = body && (await accountOf(next, request, body))
    if (!existing) return next(request)
    const target = `${splitTarget(request).path}/${String(existing.id)}`
    const response = await ask(next, request, { method: 'PUT', target, body })
    return response.status === 200 ? { ...response, status: 201 } : response
  },
})

async function accountOf(
  next: Handler,
  request: HandlerRequest,
  { userName, emails }: JsonObject,
): Promise<JsonObject | undefined> {
  const addresses = isJsonArray(emails) ? emails.flatMap((one) => (isJsonObject(one) ? [one.value] : [])) : []
  const wanted = [
    ...(typeof userName === 'string' ? [`userName eq ${JSON.stringify(userName)}`] : []),
    ...addresses.filter((one) => typeof one === 'string').map((one) => `emails.value eq ${JSON.stringify(one)}`),
  ]
  for (const filter of wanted) {
    const [found] = await foundResources(next, request, 'Users', filter)
    if (found) return found
  }
  return undefined
}
