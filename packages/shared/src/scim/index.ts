/** SCIM 2.0 itself (RFC 7643, RFC 7644): pure functions over JSON values, driven by schemas. */

export { applyPatch, type PatchOptions, type PatchResult } from './apply-patch.ts'
export { checkBulkId } from './bulk-id.ts'
export { parseInstant } from './date-time.ts'
export { matchesEtag, parseEntityTags, weakEtag } from './etag.ts'
export type {
  AttributePath,
  CompareFilter,
  CompareOperator,
  Filter,
  Literal,
  LogicalFilter,
  NotFilter,
  PresentFilter,
  Span,
  ValuePathFilter,
} from './filter/ast.ts'
export { type EqualityProbe, equalityProbe, equalityProbes } from './filter/equality-probe.ts'
export { compileFilter } from './filter/evaluate.ts'
export type { FilterOptions } from './filter/filter-options.ts'
export { type FilterLimits, parseFilter } from './filter/parse.ts'
export { printFilter } from './filter/print.ts'
export {
  asNumber,
  asText,
  equalJson,
  isJsonArray,
  isJsonObject,
  isUnassigned,
  type JsonDraft,
  type JsonObject,
  type JsonValue,
  own,
  parsedJson,
  type ScimResource,
} from './json.ts'
export type { KeyedDelta, KeyedElement, KeyedRelation } from './keyed-relation.ts'
export { type ListResponse, listResponse, type Pagination, page, parsePagination } from './list-response.ts'
export { type PatchOperation, parsePatchRequest } from './parse-patch-request.ts'
export { type PatchPath, parsePath } from './path.ts'
export {
  compileProjection,
  type Projection,
  type ProjectionParameters,
  parseAttributeList,
  project,
} from './projection.ts'
export {
  type AttributeDefinition,
  type AttributeType,
  attribute,
  complex,
  type Mutability,
  multiValued,
  type ResourceTypeDefinition,
  type Returned,
  type SchemaDefinition,
  type SchemaExtension,
  type Uniqueness,
  withCharacteristics,
} from './schema/attribute-definition.ts'
export { commonAttributes } from './schema/common-attributes.ts'
export { isResourceType, readResourceTypes, unclaimed } from './schema/declared-resource-type.ts'
export { readSchemas, withSchemas } from './schema/declared-schema.ts'
export { enterpriseUserSchema } from './schema/enterprise-user.ts'
export { groupSchema } from './schema/group.ts'
export {
  type AttributeName,
  findCoreAttribute,
  findExtension,
  findExtensionAttribute,
  findSubAttribute,
  printAttribute,
  type ResolvedAttribute,
  resolveAttribute,
} from './schema/resolve-attribute.ts'
export { resourceTypeSchema } from './schema/resource-type.ts'
export {
  groupResourceType,
  resourceTypeResourceType,
  resourceTypeToResource,
  schemaResourceType,
  schemaToResource,
  serviceProviderConfigResourceType,
  userResourceType,
} from './schema/resource-types.ts'
export { schemaSchema } from './schema/schema.ts'
export { serviceProviderConfigSchema } from './schema/service-provider-config.ts'
export { type NamedValue, withUndeclared } from './schema/undeclared-extension.ts'
export { userSchema } from './schema/user.ts'
export {
  quoteForDetail,
  ScimError,
  type ScimErrorBody,
  type ScimErrorCode,
  type ScimType,
  scimErrors,
} from './scim-error.ts'
export { compileOrder, type Order, type SortKey, type SortOrder, sortResources } from './sort.ts'
export { defaultJsonLimits, type JsonLimits, parseStrictJson } from './strict-json.ts'
export { lenient, type Strictness, strict, type Tolerance, type ToleranceName, tolerances } from './tolerances.ts'
export { sameUrn, urns } from './urns.ts'
export { type ReadOptions, type ReadResult, readResource } from './validate-resource.ts'
export { findWrongTypes, type WrongType } from './wrong-types.ts'
