import { z } from 'zod'
import { addMember, createGroup, deleteGroup, removeMember, updateGroup } from '../../directory/decide-group.ts'
import type { EntraGroup } from '../../directory/entra-group.ts'
import { collectionOf, countAnswer, type GraphResource, single } from '../collection.ts'
import { expansions } from '../expand.ts'
import { groupOf } from '../find.ts'
import { badRequest, notFound } from '../graph-error.ts'
import { type GraphCall, NO_CONTENT, operation, parameter } from '../operation.ts'
import { Reference, readBody } from '../read-body.ts'
import { renderDirectoryObject } from '../resources/directory-object-resource.ts'
import { renderGroup } from '../resources/group-resource.ts'
import { related } from './relationships.ts'

const MEMBERS_BIND = 'members@odata.bind'
const NewGroup = z.looseObject({
  displayName: z.string().min(1).max(256),
  mailEnabled: z.boolean(),
  mailNickname: z.string().min(1),
  securityEnabled: z.boolean(),
  description: z.string().nullish(),
  groupTypes: z.array(z.enum(['Unified', 'DynamicMembership'])).default([]),
  membershipRule: z.string().nullish(),
  membershipRuleProcessingState: z.enum(['On', 'Paused']).nullish(),
  [MEMBERS_BIND]: z.array(z.string()).default([]),
})
const ChangedGroup = z.looseObject({
  displayName: z.string().min(1).max(256).optional(),
  description: z.string().nullish(),
  membershipRule: z.string().nullish(),
  membershipRuleProcessingState: z.enum(['On', 'Paused']).nullish(),
  [MEMBERS_BIND]: z.array(z.string()).default([]),
})

/** Graph group: list, create, get, update, delete, members in and out. */
export const groupOperations = [
  operation('GET', '/groups', (call) =>
    collectionOf(
      call,
      () => liveGroups(call),
      (group) => expanded(call, group),
      { context: 'groups', refusesUnknown: true },
    ),
  ),

  operation('GET', '/groups/$count', (call) => countAnswer(call, liveGroups(call), renderGroup)),

  operation('POST', '/groups', (call) => {
    const { engine } = call.context
    const body = readBody(NewGroup, call.body)
    const input = {
      displayName: body.displayName,
      mailNickname: body.mailNickname,
      securityEnabled: body.securityEnabled,
      type: body.groupTypes.includes('Unified') ? ('microsoft365' as const) : ('security' as const),
      description: body.description ?? undefined,
      membershipRule: body.groupTypes.includes('DynamicMembership') ? (body.membershipRule ?? undefined) : undefined,
      membershipRuleProcessingState: body.membershipRuleProcessingState ?? undefined,
    }
    const members = body[MEMBERS_BIND].map((url) => memberId(call, url))
    const [group, changes] = createGroup(engine.view, input, engine.now(), engine.ids)
    engine.commit(changes)
    for (const id of new Set(members)) engine.commit(addMember(engine.view, group, id))
    return single(call, renderGroup(group), 'groups', { status: 201 })
  }),

  operation('GET', '/groups/{group}', (call) => single(call, expanded(call, groupOf(call)), 'groups')),

  operation('PATCH', '/groups/{group}', (call) => {
    const { engine } = call.context
    const group = groupOf(call)
    const body = readBody(ChangedGroup, call.body)
    const members = body[MEMBERS_BIND].map((url) => memberId(call, url))
    const { displayName } = body
    const update = {
      displayName,
      description: body.description ?? undefined,
      membershipRule: body.membershipRule ?? undefined,
      membershipRuleProcessingState: body.membershipRuleProcessingState ?? undefined,
    }
    engine.commit(updateGroup(engine.view, group, update))
    for (const id of new Set(members)) engine.commit(addMember(engine.view, groupOf(call), id))
    return NO_CONTENT
  }),

  operation('DELETE', '/groups/{group}', (call) => {
    const { engine } = call.context
    engine.commit(deleteGroup(engine.view, groupOf(call), engine.now(), engine.switches))
    return NO_CONTENT
  }),

  operation('POST', '/groups/{group}/members/$ref', (call) => {
    const { engine } = call.context
    engine.commit(addMember(engine.view, groupOf(call), memberId(call, readBody(Reference, call.body))))
    return NO_CONTENT
  }),

  operation('DELETE', '/groups/{group}/members/{member}/$ref', (call) => {
    const { engine } = call.context
    engine.commit(removeMember(engine.view, groupOf(call), parameter(call, 'member').toLowerCase()))
    return NO_CONTENT
  }),
]

function* liveGroups({ context }: GraphCall): Iterable<EntraGroup> {
  for (const group of context.engine.view.groups.values()) if (group.deletedAt === undefined) yield group
}

/** Graph gives at most this many members of an expanded group. */
const EXPANDED_MEMBERS = 20

function expanded(call: GraphCall, group: EntraGroup): GraphResource {
  const { members } = expansions(call, ['members'])
  if (!members) return renderGroup(group)
  const shown = [...related(call, group.id)].slice(0, EXPANDED_MEMBERS)
  return { ...renderGroup(group), members: shown.map((member) => renderDirectoryObject(member, members.select)) }
}

/** An object id, taken from the end of a URL, of a user or group that exists. */
function memberId(call: GraphCall, reference: string): string {
  const id = /([^/]+)$/.exec(reference)?.[1]?.toLowerCase() ?? ''
  const { view } = call.context.engine
  if (id === '') throw badRequest(`'${reference}' names no directory object.`)
  if (!view.users.has(id) && !view.groups.has(id)) throw notFound(id)
  return id
}
