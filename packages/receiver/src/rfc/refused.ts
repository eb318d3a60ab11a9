import type { ScimError } from '@scimulator/shared/scim'
import type { Refused } from '../profile/profile.ts'

/** A refusal that leaves no trace. */
export function refused(error: ScimError): Refused {
  return { outcome: 'refused', error, changes: [] }
}
