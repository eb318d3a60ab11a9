import type { Administrator, Permission } from './administrator.ts'
import type { RulesOff } from './rule-id.ts'

/** Lark A02: why the administrator may not do it; undefined when permitted. */
export function permissionRefusal(
  { primary, permissions, email }: Administrator,
  permission: Permission,
  rulesOff: RulesOff,
): string | undefined {
  if (primary || permissions.includes(permission) || rulesOff.has('A02')) return undefined
  return `${email} is no primary administrator and lacks the permission "${permission}".`
}
