// URNs of the resources that provisioning writes.
/** The core User and Group URNs; attributes under them stand at the top of a resource. */
export const coreUserSchema = 'urn:ietf:params:scim:schemas:core:2.0:User'
/** Core Group schema (RFC 7643 §4.2). */
export const coreGroupSchema = 'urn:ietf:params:scim:schemas:core:2.0:Group'
/** Enterprise User extension (RFC 7643 §4.3). */
export const enterpriseUserSchema = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
