import { isJsonArray, type JsonObject } from '@scimulator/shared/scim'
import type { Handler, HandlerRequest } from '../scim/handler-port.ts'
import { ask, idOf, patchBody, storedResource } from './asking.ts'
import { defineDeviation } from './deviation.ts'
import { memberIds } from './membership.ts'
import { isFor, rewritingResources, splitTarget } from './rewriting.ts'

/** As many as one page of a query gives. */
const PAGE = 100

export const largeGroupCut = defineDeviation({
  name: 'large-group-cut',
  describes: 'Knows the first hundred members of a group: others are not shown, and lost with the next PATCH.',
  pain: 'People are out of their group as soon as somebody else joins or leaves it.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'access',
  seenBy: ['directory.groups.members'],
  consequences: [],
  source: 'FusionAuth/fusionauth-issues#2784',
  looksInside: true,
  create: () => {
    const cut = rewritingResources((resource) =>
      isJsonArray(resource.members) ? { ...resource, members: resource.members.slice(0, PAGE) } : resource,
    )
    return (next) => cut((request) => changed(next, request))
  },
})

async function changed(next: Handler, request: HandlerRequest): ReturnType<Handler> {
  const response = await next(request)
  const isChange = request.method === 'PATCH' && isFor(request, 'Groups') && idOf(request) !== undefined
  if (isChange && response.status < 300) await forgetTheRest(next, request)
  return response
}

async function forgetTheRest(next: Handler, request: HandlerRequest): Promise<void> {
  const ids = memberIds(await storedResource(next, request))
  if (ids.length <= PAGE) return
  const value: JsonObject[] = ids.slice(0, PAGE).map((id) => ({ value: id }))
  const body = patchBody({ op: 'replace', path: 'members', value })
  await ask(next, request, { method: 'PATCH', target: splitTarget(request).path, body })
}
