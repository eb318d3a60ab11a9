import { familiarName } from '../directory/entra-user.ts'
import type { TenantPorts } from '../tenant-ports.ts'

export function sourceName({ view }: TenantPorts, objectType: 'User' | 'Group', objectId: string): string | undefined {
  const user = objectType === 'User' ? view.users.get(objectId) : undefined
  return user ? familiarName(user) : view.groups.get(objectId)?.displayName
}
