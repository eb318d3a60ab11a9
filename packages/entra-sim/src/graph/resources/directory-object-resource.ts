import type { EntraGroup } from '../../directory/entra-group.ts'
import type { EntraUser } from '../../directory/entra-user.ts'
import { type GraphResource, narrowed } from '../collection.ts'
import { renderGroup } from './group-resource.ts'
import { renderUser, USER_DEFAULTS } from './user-resource.ts'

const USER_TYPE = '#microsoft.graph.user'

/** A user or a group where either may stand, such as in `members` (Graph directoryObject). */
export function renderDirectoryObject(
  one: EntraUser | EntraGroup,
  select: readonly string[] | undefined = undefined,
): GraphResource {
  const whole = wholeDirectoryObject(one)
  return narrowed(whole, select ?? directoryObjectDefaults(whole))
}

/** The same with all properties, to be filtered and sorted before it is narrowed. */
export function wholeDirectoryObject(one: EntraUser | EntraGroup): GraphResource {
  if ('attributes' in one) return { '@odata.type': USER_TYPE, ...renderUser(one) }
  return { '@odata.type': '#microsoft.graph.group', ...renderGroup(one) }
}

/** What is shown of it when nothing is selected; undefined for everything. */
export function directoryObjectDefaults(resource: GraphResource): readonly string[] | undefined {
  return resource['@odata.type'] === USER_TYPE ? USER_DEFAULTS : undefined
}
