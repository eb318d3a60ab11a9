// Who would be in scope with another filter, or another choice of whom to sync. Pure.
import { familiarName } from '../directory/entra-user.ts'
import type { EntraView } from '../state/state.ts'
import { groupScope, isInScope, type ScopeContext, userScope } from './evaluate-scope.ts'

/** How many, and the first of them by name. */
interface SomeOf {
  readonly total: number
  readonly names: readonly string[]
}

export interface ScopePreview {
  /** Users or groups of the tenant, without those in the bin. */
  readonly objects: number
  readonly before: number
  readonly after: number
  readonly enters: SomeOf
  readonly leaves: SomeOf
}

/** So many are named. */
const NAMED = 20

/** @param after what `before` would be once it is saved */
export function previewScope(objectType: 'User' | 'Group', before: ScopeContext, after: ScopeContext): ScopePreview {
  const objects = [...objectsOf(objectType, before.view)].map(({ name, scopeIn }) => ({
    name,
    was: scopeIn(before),
    is: scopeIn(after),
  }))
  return {
    objects: objects.length,
    before: objects.filter(({ was }) => was).length,
    after: objects.filter(({ is }) => is).length,
    enters: someOf(objects.filter(({ was, is }) => !was && is)),
    leaves: someOf(objects.filter(({ was, is }) => was && !is)),
  }
}

interface Candidate {
  readonly name: string
  readonly scopeIn: (context: ScopeContext) => boolean
}

function* objectsOf(objectType: 'User' | 'Group', view: EntraView): Iterable<Candidate> {
  if (objectType === 'User') {
    for (const user of view.users.values())
      if (user.deletedAt === undefined)
        yield { name: familiarName(user), scopeIn: (context) => counts(userScope(user, context)) }
    return
  }
  for (const group of view.groups.values())
    if (group.deletedAt === undefined)
      yield { name: group.displayName, scopeIn: (context) => counts(groupScope(group, context)) }
}

/** What the filter drops when it is read is looked at no further. */
function counts(scope: ReturnType<typeof userScope>): boolean {
  return scope.isRead && isInScope(scope)
}

function someOf(objects: readonly { readonly name: string }[]): SomeOf {
  const names = objects.map(({ name }) => name).sort()
  return { total: names.length, names: names.slice(0, NAMED) }
}
