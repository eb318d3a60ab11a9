import { ScimError } from '@scimulator/shared/scim'

/** /Me (RFC 7644 §3.11): a bearer token belongs to a sync source, which is no person, so the alias is not offered. */
export function refuseMe(): never {
  throw new ScimError('notImplemented', '/Me is not offered: the token stands for a sync source, not for a person.')
}
