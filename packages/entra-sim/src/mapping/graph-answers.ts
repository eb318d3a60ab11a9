import { z } from 'zod'
import {
  checkAttributes,
  compileExpression,
  type Evaluation,
  type ExpressionEnvironment,
  expressionFunctions,
  type FunctionParameter,
  parseExpression,
  type SourceValue,
  textsOf,
} from '../expression/index.ts'
import { AttributeDefinition, type AttributeMappingSource, ObjectDefinition } from '../schema/synchronization-schema.ts'
import { sourceFromText } from './attribute-mapping-source.ts'

/** Graph attributeMappingFunctionSchema. */
export interface FunctionSchema {
  readonly name: string
  readonly parameters: readonly Omit<FunctionParameter, 'takesList'>[]
}

/** The answer of `…/schema/functions`: signatures of all functions, by name. */
export function functionSchemas(): FunctionSchema[] {
  const schemas = expressionFunctions.map(({ name, parameters }) => ({
    name,
    parameters: parameters.map(({ takesList: _, ...rest }) => rest),
  }))
  return schemas.sort((left, right) => (left.name < right.name ? -1 : 1))
}

/** Body of `POST …/schema/parseExpression`. Lists carry an `@odata.type` annotation, which is not needed to read them. */
export const ParseExpressionRequest = z.looseObject({
  expression: z.string(),
  testInputObject: z
    .looseObject({
      definition: ObjectDefinition.nullish(),
      properties: z.array(z.looseObject({ key: z.string(), value: z.unknown() })).default([]),
    })
    .nullish(),
  targetAttributeDefinition: AttributeDefinition.nullish(),
})
export type ParseExpressionRequest = z.infer<typeof ParseExpressionRequest>

/** Graph parseExpressionResponse. */
export interface ParseExpressionResponse {
  readonly error: { readonly code: string; readonly message: string } | null
  readonly parsingSucceeded: boolean
  readonly parsedExpression: AttributeMappingSource | null
  readonly evaluationSucceeded: boolean
  /** A collection of texts; a single value is a list of one, null an empty list. */
  readonly evaluationResult: readonly string[] | null
}

/**
 * Answers `parseExpression`: parsing and evaluation fail separately. Without a test object only parsing happens. An
 * attribute that the given definition does not list fails the parsing, as it fails a save.
 */
export function answerParseExpression(
  request: ParseExpressionRequest,
  environment: ExpressionEnvironment,
): ParseExpressionResponse {
  const parsed = parseExpression(request.expression)
  if (!parsed.ok) return failed(null, 'SchemaInvalid', `${parsed.error.message} ${parsed.error.hint ?? ''}`.trim())
  const compiled = compileExpression(parsed.tree)
  const known = request.testInputObject?.definition?.attributes.map((one) => one.name)
  const [unknown] = known === undefined ? [] : checkAttributes(request.expression, parsed.tree, new Set(known))
  if (unknown !== undefined) return failed(null, 'SchemaInvalid', `${unknown.message} ${unknown.hint}`)
  const parsedExpression = sourceFromText(request.expression)
  if (request.testInputObject === null || request.testInputObject === undefined) {
    return { ...failed(parsedExpression, '', ''), error: null, parsingSucceeded: true }
  }
  const properties = new Map(request.testInputObject.properties.map((one) => [one.key, sourceValueOf(one.value)]))
  const evaluation = compiled.evaluate((name) => properties.get(name), environment)
  return evaluated(evaluation, parsedExpression)
}

function failed(
  parsedExpression: AttributeMappingSource | null,
  code: string,
  message: string,
): ParseExpressionResponse {
  return {
    error: { code, message },
    parsingSucceeded: false,
    parsedExpression,
    evaluationSucceeded: false,
    evaluationResult: null,
  }
}

function evaluated(evaluation: Evaluation, parsedExpression: AttributeMappingSource): ParseExpressionResponse {
  const base = { error: null, parsingSucceeded: true, parsedExpression, evaluationSucceeded: true }
  if (evaluation.kind === 'value') return { ...base, evaluationResult: textsOf(evaluation.value) }
  if (evaluation.kind === 'skip') return { ...base, evaluationResult: [] }
  const error = { code: 'EvaluationFailed', message: evaluationErrorText(evaluation) }
  return { ...base, error, evaluationSucceeded: false, evaluationResult: null }
}

/** The text of an evaluation error as the provisioning log writes it; the spelling is the service's (azure-docs#42487). */
export function evaluationErrorText(error: { readonly function: string; readonly message: string }): string {
  return `An error occured while evaluating this function: '${error.function}.' ${error.message}`
}

const AppRoles = z.array(z.object({ id: z.string(), value: z.string(), displayName: z.string() }))

/** A JSON value from outside as a source value; what has no place in the value model becomes its JSON text. */
export function sourceValueOf(value: unknown): SourceValue {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return value
  if (!Array.isArray(value)) return JSON.stringify(value)
  const roles = AppRoles.safeParse(value)
  if (roles.success && roles.data.length > 0) return roles.data
  return value.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)))
}
