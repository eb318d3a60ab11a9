import type { JsonObject } from '@scimulator/shared/scim'
import type { Handler, HandlerRequest, HandlerResponse } from '../scim/handler-port.ts'
import { collectionTarget, foundResources, idOf } from './asking.ts'
import { defineDeviation } from './deviation.ts'
import { answerBody, isFor, isList, splitTarget, withQuery } from './rewriting.ts'

/** userNames in lower case that people were created with, by their ids. */
type FirstNames = Map<string, string>

export const lookUpKeepsOldName = defineDeviation({
  name: 'look-up-keeps-old-name',
  describes: 'Looks users up by a copy of the userName that they were created with, and that no change reaches.',
  pain: 'A renamed person is not found by the name they have: the next restart creates a second account.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'stops',
  seenBy: ['directory.users'],
  consequences: [],
  source: 'BerriAI/litellm#27308, rancher/rancher#54024',
  create: () => {
    const names: FirstNames = new Map()
    return (next) => async (request) => {
      if (!isFor(request, 'Users')) return next(request)
      const response = await next(isList(request) ? await byFirstName(next, request, names) : request)
      note(request, response, names)
      return response
    }
  },
})

function note(request: HandlerRequest, response: HandlerResponse, names: FirstNames): void {
  const { id, userName } = (request.method === 'POST' && response.status < 300 && answerBody(response)) || {}
  const place = collectionTarget(request, 'Users')
  if (typeof userName === 'string') names.set(`${place} ${String(id)}`, userName.toLowerCase())
  if (request.method === 'DELETE' && response.status === 204) names.delete(`${place} ${idOf(request)}`)
}

/** A user who was created with the name that is asked for is looked up by the name they have; one who has taken it since is not found. */
async function byFirstName(next: Handler, request: HandlerRequest, names: FirstNames): Promise<HandlerRequest> {
  const { path, query } = splitTarget(request)
  const filter = query.get('filter') ?? ''
  const [, asked] = /^userName\s+eq\s+"((?:[^"\\]|\\.)*)"$/i.exec(filter) ?? []
  if (asked === undefined) return request
  const place = collectionTarget(request, 'Users')
  const [first] = [...names].find(([key, name]) => key.startsWith(place) && name === asked.toLowerCase()) ?? []
  const [holder] = await foundResources(next, request, 'Users', filter)
  const id = first?.slice(place.length + 1)
  if (id === (holder ? idText(holder) : undefined) || (id === undefined && !isRenamed(holder, place, names)))
    return request
  query.set('filter', `id eq ${JSON.stringify(id ?? '')}`)
  return withQuery(request, path, query)
}

function isRenamed(holder: JsonObject | undefined, place: string, names: FirstNames): boolean {
  const first = holder && names.get(`${place} ${idText(holder)}`)
  return first !== undefined && first !== String(holder?.userName).toLowerCase()
}

function idText({ id }: JsonObject): string {
  return String(id)
}
