import type { EntraGroup } from '../../directory/entra-group.ts'
import type { EntraUser } from '../../directory/entra-user.ts'
import { type GraphResource, narrowed } from '../collection.ts'
import { renderGroup } from './group-resource.ts'
import { renderUser, USER_DEFAULTS } from './user-resource.ts'

/** A user or a group where either may stand, such as in `members` (Graph directoryObject). */
export function renderDirectoryObject(
  one: EntraUser | EntraGroup,
  select: readonly string[] | undefined = undefined,
): GraphResource {
  if ('attributes' in one) {
    return { '@odata.type': '#microsoft.graph.user', ...narrowed(renderUser(one), select ?? USER_DEFAULTS) }
  }
  return { '@odata.type': '#microsoft.graph.group', ...narrowed(renderGroup(one), select) }
}
