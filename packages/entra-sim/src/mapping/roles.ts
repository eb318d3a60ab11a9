import type { AppRoleAssignment } from '../expression/index.ts'

/** The type that the service writes into every element of `roles`. */
export const roleType = 'WindowsAzureActiveDirectoryRole'

/** Whether a mapped value is a list of app roles. */
export function isRoles(value: unknown): value is readonly AppRoleAssignment[] {
  return Array.isArray(value) && value.length > 0 && typeof value[0] === 'object'
}

/** A role as a POST, and a PATCH with the compatibility flag, writes it. The two documented samples differ in the key. */
export function roleElement(role: AppRoleAssignment, nameKey: 'display' | 'displayName'): Record<string, unknown> {
  return { primary: false, type: roleType, [nameKey]: role.displayName, value: role.value }
}

/** The one role of a user as a POST writes it through a filter, and with the compatibility flag a PATCH as well. */
export function singleRoleElement(role: AppRoleAssignment): Record<string, unknown> {
  return { primary: true, type: roleType, value: role.value }
}

/** A role as a PATCH without the flag writes it: JSON inside a text. */
export function legacyRoleElement(role: AppRoleAssignment): Record<string, unknown> {
  return { value: JSON.stringify({ id: role.id, value: role.value, displayName: role.displayName }) }
}
