/**
 * Entra's attribute mappings: Graph's shapes, the values of one object, and the SCIM bodies that carry them. Pure.
 */

export { coreGroupSchema, coreUserSchema, enterpriseUserSchema } from '../schema/resource-schemas.ts'
export {
  AttributeDefinition,
  AttributeMapping,
  AttributeMappingSource,
  AttributeType,
  DirectoryDefinition,
  Filter,
  FilterClause,
  FilterGroup,
  FlowBehavior,
  FlowType,
  MetadataEntry,
  ObjectDefinition,
  ObjectMapping,
  SynchronizationRule,
  SynchronizationSchema,
} from '../schema/synchronization-schema.ts'
export {
  type ApplyOptions,
  applyMappings,
  type MappedOutcome,
  type MappedValue,
} from './apply-mappings.ts'
export { sourceFromText, sourceFromTree, textFromSource } from './attribute-mapping-source.ts'
export { type ClearedAttribute, clearedAttributes } from './cleared-attributes.ts'
export type { TargetValue } from './coerce.ts'
export {
  type CompiledAttributeMapping,
  type CompiledMappingResult,
  type CompiledObjectMapping,
  compileObjectMapping,
  type MappingProblem,
  matchingAttributes,
} from './compiled-mapping.ts'
export { followsPattern, isCustom, isLeftOutOfPost } from './custom-attributes.ts'
export { type AttributeChange, diffAgainstTarget } from './diff-against-target.ts'
export { type ExplainedMapping, type ExplainedRow, type ExplainedSource, explainMapping } from './explain-mapping.ts'
export {
  answerParseExpression,
  evaluationErrorText,
  type FunctionSchema,
  functionSchemas,
  ParseExpressionRequest,
  type ParseExpressionResponse,
  sourceValueOf,
} from './graph-answers.ts'
export type { Finding, FindingPosition, LintProfile, LintRule, Severity } from './lint/finding.ts'
export { type LintOptions, lintObjectMapping, lintRules, lintSynchronizationSchema } from './lint/lint-mapping.ts'
export { type MappingDocument, objectMappingFromRows, readMappingDocument, SimpleMapping } from './mapping-document.ts'
export { attributeMappingOf, type MappingRowInput, rowsOf, type ShownMappingRow, shownRow } from './mapping-row.ts'
export { buildMemberPatches, type MemberChange, type MemberOptions, type MemberPatch } from './member-body.ts'
export { buildPatchBody, type PatchDialect, type PatchOptions, patchBody, patchOpSchema } from './patch-body.ts'
export { type Body, buildPostBody, isSentInPost, type PostOptions } from './post-body.ts'
export { defaultGroupMapping, defaultUserMapping } from './presets/default-mapping.ts'
export { larkGroupMapping, larkUserMapping } from './presets/lark-mapping.ts'
export { activeExpression, groupMapping, type MappingRow, userMapping } from './presets/object-mapping.ts'
export { type MappingPreset, presetSchema } from './presets/preset-schema.ts'
export { sourceGroupDefinition, sourceUserDefinition } from './presets/source-attributes.ts'
export { targetGroupDefinition, targetUserDefinition } from './presets/target-attributes.ts'
export { readTarget, type TargetResource } from './read-target.ts'
export { buildReferencePatch, type ReferenceChange, type ReferenceOptions } from './reference-body.ts'
export { filterOfGroups, groupsOfFilter, type ScopeClause, type ScopeGroup } from './scope-groups.ts'
export { parseTargetPath, type TargetPath } from './target-path.ts'
export { type MappingEnds, type TriedRow, tryMapping } from './try-mapping.ts'
