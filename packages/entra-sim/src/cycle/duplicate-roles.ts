import type { ObjectError } from '../conversation/outcome.ts'
import type { ServicePrincipal } from '../directory/service-principal.ts'

/**
 * Roles of an application must be unique: two of one value or name put the job into quarantine until one is removed (Microsoft:
 * Application provisioning in quarantine status, duplicate roles).
 */
export function duplicateRoles(app: ServicePrincipal | undefined): ObjectError | undefined {
  const roles = app?.appRoles ?? []
  const twice = firstTwice(roles.map(({ value }) => value)) ?? firstTwice(roles.map(({ displayName }) => displayName))
  if (twice === undefined) return undefined
  const reason = `The application has more than one role "${twice}". Remove the duplicate role from its manifest.`
  return { code: 'DuplicateRoles', reason, isJobLevel: true }
}

/** An empty text names no role. */
function firstTwice(names: readonly string[]): string | undefined {
  return names.find((name, index) => name !== '' && names.indexOf(name) !== index)
}
