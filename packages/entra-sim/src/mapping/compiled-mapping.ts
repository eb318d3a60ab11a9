import {
  type CompiledExpression,
  checkAttributes,
  compileExpression,
  type ExpressionError,
  parseExpression,
} from '../expression/index.ts'
import {
  AttributeDefinition,
  type AttributeMapping,
  type ObjectDefinition,
  type ObjectMapping,
} from '../schema/synchronization-schema.ts'
import { textFromSource } from './attribute-mapping-source.ts'
import { parseTargetPath, type TargetPath } from './target-path.ts'

/** One attribute mapping, ready to be applied. */
export interface CompiledAttributeMapping {
  readonly mapping: AttributeMapping
  readonly path: TargetPath
  readonly definition: AttributeDefinition
  /** Null for the type None. */
  readonly expression: CompiledExpression | null
  readonly expressionText: string | null
  readonly isReference: boolean
  /** `AssertiveAppRoleAssignmentsComplex`: a PATCH replaces all of `roles`. */
  readonly isAssertive: boolean
  /** `SingleAppRoleAssignment` for `roles[primary eq "True"]`: it has a PATCH of its own. */
  readonly isSingleRole: boolean
}

/** An object mapping, ready to be applied. */
export interface CompiledObjectMapping {
  readonly name: string
  readonly resourceType: 'User' | 'Group'
  readonly attributeMappings: readonly CompiledAttributeMapping[]
}

/** Why an object mapping cannot be saved; Graph answers all of them with the code `SchemaInvalid`. */
export interface MappingProblem {
  readonly targetAttributeName: string
  readonly index: number
  readonly message: string
  readonly expressionError: ExpressionError | null
}

/** A compiled mapping, or everything that is wrong with it. */
export type CompiledMappingResult =
  | { readonly ok: true; readonly mapping: CompiledObjectMapping }
  | { readonly ok: false; readonly problems: readonly MappingProblem[] }

/**
 * Compiles an object mapping once for many objects. Target attributes that the definition does not list are taken as
 * single-valued text. When `sourceDefinition` is given, attributes that it does not list are problems, as they are when
 * the portal saves a mapping; directory extensions (`extension_…`) always pass.
 */
export function compileObjectMapping(
  objectMapping: ObjectMapping,
  targetDefinition: ObjectDefinition,
  sourceDefinition: ObjectDefinition | null = null,
): CompiledMappingResult {
  const definitions = new Map(targetDefinition.attributes.map((one) => [one.name, one]))
  const sources = sourceDefinition === null ? null : new Set(sourceDefinition.attributes.map((one) => one.name))
  const compiled = objectMapping.attributeMappings.map((mapping, index) =>
    compileAttributeMapping(mapping, index, definitions, sources),
  )
  const problems = compiled.filter((one) => 'message' in one)
  if (problems.length > 0) return { ok: false, problems }
  const attributeMappings = compiled.filter((one) => 'mapping' in one)
  const resourceType = /Group$/i.test(objectMapping.targetObjectName) ? 'Group' : 'User'
  return { ok: true, mapping: { name: objectMapping.name, resourceType, attributeMappings } }
}

function compileAttributeMapping(
  mapping: AttributeMapping,
  index: number,
  definitions: ReadonlyMap<string, AttributeDefinition>,
  sources: ReadonlySet<string> | null,
): CompiledAttributeMapping | MappingProblem {
  const { targetAttributeName } = mapping
  const problem = (message: string, expressionError: ExpressionError | null = null): MappingProblem => {
    return { targetAttributeName, index, message, expressionError }
  }
  const path = parseTargetPath(targetAttributeName)
  if (path === null)
    return problem(`${targetAttributeName} is no target path; write attr, attr.sub or attr[type eq "work"].sub.`)
  const expressionText = mapping.source === null ? null : textFromSource(mapping.source)
  const parsed = expressionText === null ? null : parseExpression(expressionText)
  if (parsed?.ok === false) return problem(parsed.error.message, parsed.error)
  const expression = parsed === null ? null : compileExpression(parsed.tree)
  const [unknown] =
    sources === null || expression === null || expressionText === null
      ? []
      : checkAttributes(expressionText, expression.tree, sources)
  if (unknown !== undefined) return problem(unknown.message, unknown)
  const definition = definitions.get(targetAttributeName) ?? AttributeDefinition.parse({ name: targetAttributeName })
  return {
    mapping,
    path,
    definition,
    expression,
    expressionText,
    isReference: definition.type === 'Reference',
    isAssertive: outermostName(expression) === 'assertiveapproleassignmentscomplex',
    isSingleRole: isPrimaryRole(path) && outermostName(expression) === 'singleapproleassignment',
  }
}

function isPrimaryRole({ schema, attribute, filter }: TargetPath): boolean {
  return schema === null && attribute === 'roles' && filter?.attribute.toLowerCase() === 'primary'
}

function outermostName(expression: CompiledExpression | null): string | null {
  return expression?.tree.kind === 'function' ? expression.tree.name.toLowerCase() : null
}

/** The matching attributes in the order in which the service asks for them: `matchingPriority`, lowest first. */
export function matchingAttributes(mapping: CompiledObjectMapping): readonly CompiledAttributeMapping[] {
  return mapping.attributeMappings
    .filter((one) => one.mapping.matchingPriority > 0)
    .sort((left, right) => left.mapping.matchingPriority - right.mapping.matchingPriority)
}
