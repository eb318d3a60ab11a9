// SCIM 2.0 itself (RFC 7643, RFC 7644), a library in its own right: schemas, filters, PATCH, projection, validation. Pure functions over
// JSON values.
export * from '@scimulator/shared/scim'
