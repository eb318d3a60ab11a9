import type { Handler, HandlerRequest } from '../scim/handler-port.ts'
import { ask, collectionTarget, foundResources, idOf, patchBody, storedResource } from './asking.ts'
import { defineDeviation } from './deviation.ts'
import { memberIds } from './membership.ts'
import { answerBody, bodyOf, isFor } from './rewriting.ts'

export const oneGroupOnly = defineDeviation({
  name: 'one-group-only',
  describes: 'Keeps one group for each person: who is added to a group is out of all others.',
  pain: 'A person loses what the first group gave as soon as a second one arrives, and the first membership is never sent again.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'others',
  seenBy: ['directory.groups.members'],
  consequences: [],
  // The same bug in an application's own groups; no report of it at a SCIM endpoint is known.
  source: 'SimpleCloudManagerProject/SCAMP#262',
  looksInside: true,
  create: () => (next) => async (request) => {
    const isWrite = ['POST', 'PUT', 'PATCH'].includes(request.method) && isFor(request, 'Groups')
    if (!isWrite) return next(request)
    const before = request.method === 'POST' ? undefined : await storedResource(next, request)
    const response = await next(request)
    if (response.status >= 300) return response
    const id = idOf(request) ?? answerBody(response)?.id
    const after = request.method === 'POST' ? bodyOf(request) : await storedResource(next, request)
    const joined = memberIds(after).filter((one) => !memberIds(before).includes(one))
    for (const one of joined) await leaveOthers(next, request, one, id)
    return response
  },
})

async function leaveOthers(next: Handler, request: HandlerRequest, person: string, own: unknown): Promise<void> {
  const member = JSON.stringify(person)
  for (const { id } of await foundResources(next, request, 'Groups', `members.value eq ${member}`)) {
    if (id === own) continue
    const target = `${collectionTarget(request, 'Groups')}/${String(id)}`
    const body = patchBody({ op: 'remove', path: `members[value eq ${member}]` })
    await ask(next, request, { method: 'PATCH', target, body })
  }
}
