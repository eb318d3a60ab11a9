import { familiarName } from '../directory/entra-user.ts'
import type { Engine } from '../engine.ts'

export function sourceName({ view }: Engine, objectType: 'User' | 'Group', objectId: string): string | undefined {
  const user = objectType === 'User' ? view.users.get(objectId) : undefined
  return user ? familiarName(user) : view.groups.get(objectId)?.displayName
}
