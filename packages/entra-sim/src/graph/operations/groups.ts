import { addMember, createGroup, deleteGroup, removeMember, updateGroup } from '../../acts/decide-group.ts'
import type { EntraGroup } from '../../directory/entra-group.ts'
import { collectionOf, countAnswer, type GraphResource, single } from '../collection.ts'
import { expansions } from '../expand.ts'
import { groupOf } from '../find.ts'
import { badRequest, notFound } from '../graph-error.ts'
import { type GraphCall, NO_CONTENT, operation, parameter } from '../operation.ts'
import { Reference, readBody } from '../read-body.ts'
import { MEMBERS_BIND, readChangedGroup, readNewGroup } from '../read-group.ts'
import { renderDirectoryObject } from '../resources/directory-object-resource.ts'
import { renderGroup } from '../resources/group-resource.ts'
import { related } from './relationships.ts'

/** Graph group: list, create, get, update, delete, members in and out. */
export const groupOperations = [
  operation('GET', '/groups', (call) =>
    collectionOf(call, () => liveGroups(call), expanding(call), { context: 'groups', refusesUnknown: true }),
  ),

  operation('GET', '/groups/$count', (call) => countAnswer(call, liveGroups(call), renderGroup)),

  operation('POST', '/groups', (call) => {
    const { ports } = call.context
    const body = readNewGroup(call.body)
    const isDynamic = body.groupTypes.includes('DynamicMembership')
    const input = {
      displayName: body.displayName,
      mailNickname: body.mailNickname,
      securityEnabled: body.securityEnabled,
      type: body.groupTypes.includes('Unified') ? ('microsoft365' as const) : ('security' as const),
      description: body.description ?? undefined,
      membershipRule: isDynamic ? (body.membershipRule ?? undefined) : undefined,
      membershipRuleProcessingState: body.membershipRuleProcessingState ?? undefined,
    }
    const members = [...new Set(body[MEMBERS_BIND].map((url) => memberId(call, url)))]
    if (isDynamic && members.length > 0) throw badRequest('A dynamic group takes no members; its rule finds them.')
    const [group, changes] = createGroup(ports.view, input, ports.now(), ports.ids)
    ports.commit(changes)
    for (const id of members) ports.commit(addMember(ports.view, group, id))
    return single(call, renderGroup(group), 'groups', { status: 201 })
  }),

  operation('GET', '/groups/{group}', (call) => single(call, expanding(call)(groupOf(call)), 'groups')),

  operation('PATCH', '/groups/{group}', (call) => {
    const { ports } = call.context
    const group = groupOf(call)
    const {
      [MEMBERS_BIND]: bound,
      membershipRule,
      membershipRuleProcessingState,
      ...update
    } = readChangedGroup(call.body)
    const members = [...new Set(bound.map((url) => memberId(call, url)))]
    const rule = {
      membershipRule: membershipRule ?? undefined,
      membershipRuleProcessingState: membershipRuleProcessingState ?? undefined,
    }
    // Decided before anything is done, so that a refusal changes nothing.
    for (const id of members) addMember(ports.view, group, assertNew(call, group, id))
    ports.commit(updateGroup(ports.view, group, { ...update, ...rule }))
    for (const id of members) ports.commit(addMember(ports.view, groupOf(call), id))
    return NO_CONTENT
  }),

  operation('DELETE', '/groups/{group}', (call) => {
    const { ports } = call.context
    ports.commit(deleteGroup(ports.view, groupOf(call), ports.now(), ports.switches))
    return NO_CONTENT
  }),

  operation('POST', '/groups/{group}/members/$ref', (call) => {
    const { ports } = call.context
    const group = groupOf(call)
    const id = memberId(call, readBody(Reference, call.body))
    ports.commit(addMember(ports.view, group, assertNew(call, group, id)))
    return NO_CONTENT
  }),

  operation('DELETE', '/groups/{group}/members/{member}/$ref', (call) => {
    const { ports } = call.context
    ports.commit(removeMember(ports.view, groupOf(call), parameter(call, 'member').toLowerCase()))
    return NO_CONTENT
  }),
]

function* liveGroups({ context }: GraphCall): Iterable<EntraGroup> {
  for (const group of context.ports.view.groups.values()) if (group.deletedAt === undefined) yield group
}

/** Graph gives at most this many members of an expanded group. */
const EXPANDED_MEMBERS = 20

/** `$expand=members`; anything else is refused, also where no group is in the list. */
function expanding(call: GraphCall): (group: EntraGroup) => GraphResource {
  const { members } = expansions(call, ['members'])
  if (!members) return renderGroup
  return (group) => {
    const shown = [...related(call, group.id)].slice(0, EXPANDED_MEMBERS)
    return { ...renderGroup(group), members: shown.map((member) => renderDirectoryObject(member, members.select)) }
  }
}

function assertNew({ context }: GraphCall, group: EntraGroup, id: string): string {
  if (!context.ports.view.memberships.has(group.id, id)) return id
  throw badRequest(
    "One or more added object references already exist for the following modified properties: 'members'.",
  )
}

/** An object id, taken from the end of a URL, of a user or group that exists and is not in the bin. */
function memberId(call: GraphCall, reference: string): string {
  const id = /([^/]+)$/.exec(reference)?.[1]?.toLowerCase() ?? ''
  const { view } = call.context.ports
  if (id === '') throw badRequest(`'${reference}' names no directory object.`)
  const member = view.users.get(id) ?? view.groups.get(id)
  if (!member || member.deletedAt !== undefined) throw notFound(id)
  return id
}
