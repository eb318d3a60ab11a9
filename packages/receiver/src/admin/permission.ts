import type { RulesOff } from '../profile/lark/rule-id.ts'
import type { Administrator, Permission } from './administrator.ts'

/** Lark A02: why the administrator may not do it; undefined when permitted. */
export function permissionRefusal(
  { primary, permissions, email }: Administrator,
  permission: Permission,
  rulesOff: RulesOff,
): string | undefined {
  if (primary || permissions.includes(permission) || rulesOff.has('A02')) return undefined
  return `${email} is no primary administrator and lacks the permission "${permission}".`
}
