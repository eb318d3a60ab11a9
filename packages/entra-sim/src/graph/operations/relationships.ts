// The relationships of users and groups that can be listed, each also as a type cast and as a count.
import type { EntraGroup } from '../../directory/entra-group.ts'
import type { EntraUser } from '../../directory/entra-user.ts'
import type { EntraView } from '../../state/state.ts'
import { collectionOf, countAnswer } from '../collection.ts'
import { groupOf, userOf } from '../find.ts'
import { type GraphCall, type Operation, operation } from '../operation.ts'
import { directoryObjectDefaults, wholeDirectoryObject } from '../resources/directory-object-resource.ts'

export type DirectoryObject = EntraUser | EntraGroup

type Step = (view: EntraView, id: string) => Iterable<string>

const membersOf: Step = (view, id) => view.memberships.rightsOf(id)
const groupsOf: Step = (view, id) => view.memberships.leftsOf(id)
const reportsOf: Step = (view, id) => view.reportsOf(id)

const RELATIONSHIPS: Readonly<Record<string, (call: GraphCall) => Iterable<DirectoryObject>>> = {
  '/groups/{group}/members': (call) => related(call, groupOf(call).id, membersOf),
  '/groups/{group}/transitiveMembers': (call) => transitive(call, groupOf(call).id, membersOf),
  '/groups/{group}/memberOf': (call) => related(call, groupOf(call).id, groupsOf),
  '/groups/{group}/transitiveMemberOf': (call) => transitive(call, groupOf(call).id, groupsOf),
  '/users/{user}/memberOf': (call) => related(call, userOf(call).id, groupsOf),
  '/users/{user}/transitiveMemberOf': (call) => transitive(call, userOf(call).id, groupsOf),
  '/users/{user}/directReports': (call) => related(call, userOf(call).id, reportsOf),
}

const CASTS: Readonly<Record<string, (one: DirectoryObject) => boolean>> = {
  'microsoft.graph.user': isUser,
  'graph.user': isUser,
  'microsoft.graph.group': (one) => !isUser(one),
  'graph.group': (one) => !isUser(one),
}

/** Graph group: members, transitiveMembers, memberOf, transitiveMemberOf; user: memberOf, transitiveMemberOf, directReports. */
export const relationshipOperations: readonly Operation[] = Object.entries(RELATIONSHIPS).flatMap(([path, list]) => [
  ...listed(path, list),
  ...Object.entries(CASTS).flatMap(([cast, isOf]) => listed(`${path}/${cast}`, (call) => only(list(call), isOf))),
])

function listed(path: string, list: (call: GraphCall) => Iterable<DirectoryObject>): Operation[] {
  return [
    operation('GET', path, (call) =>
      collectionOf(call, () => list(call), wholeDirectoryObject, {
        context: 'directoryObjects',
        defaultSelect: directoryObjectDefaults,
      }),
    ),
    operation('GET', `${path}/$count`, (call) => countAnswer(call, list(call), wholeDirectoryObject)),
  ]
}

/** Those in the bin are hidden. */
export function* related({ context }: GraphCall, id: string, step: Step = membersOf): Iterable<DirectoryObject> {
  const { view } = context.ports
  for (const relatedId of step(view, id)) {
    const one = view.users.get(relatedId) ?? view.groups.get(relatedId)
    if (one && one.deletedAt === undefined) yield one
  }
}

/** Each once, however many ways lead there; the object itself is not among them. */
function* transitive(call: GraphCall, id: string, step: Step): Iterable<DirectoryObject> {
  const seen = new Set([id])
  const open = [id]
  for (let from = open.pop(); from !== undefined; from = open.pop()) {
    for (const one of related(call, from, step)) {
      if (seen.has(one.id)) continue
      seen.add(one.id)
      open.push(one.id)
      yield one
    }
  }
}

function* only(all: Iterable<DirectoryObject>, isOf: (one: DirectoryObject) => boolean): Iterable<DirectoryObject> {
  for (const one of all) if (isOf(one)) yield one
}

function isUser(one: DirectoryObject): boolean {
  return 'attributes' in one
}
