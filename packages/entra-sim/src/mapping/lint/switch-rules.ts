import { type ExpressionTree, type FunctionTree, findFunction } from '../../expression/index.ts'
import { everywhere, type LintContext, type LintRow, type LintRule, type Report } from './finding.ts'
import { callsOf, isCallOf } from './trees.ts'

const reference = 'Microsoft: Reference for writing expressions for attribute mappings (Switch)'

/** Rules about Switch. */
export const switchRules: readonly LintRule[] = [
  {
    id: 'switch-arm-unreachable',
    severity: 'error',
    profiles: everywhere,
    why: 'Keys are compared as text case-sensitively, and the first that fits wins; this one never does.',
    source: reference,
    check: (context) => callsOf(context, 'Switch').flatMap(({ row, call }) => unreachable(row, call, context)),
  },
  {
    id: 'switch-default-may-write-null',
    severity: 'warning',
    profiles: everywhere,
    why: 'With Entra as the source, a Switch with a default has been seen to write null.',
    source: `${reference}, known defect`,
    check: (context) =>
      callsOf(context, 'Switch')
        .filter(({ call }) => (call.arguments[1] ?? null) !== null && !isNullGuard(call))
        .map(({ row, call }) => ({
          row,
          offset: call.span.start,
          message: 'Switch has a default.',
          suggestion: 'Write IIF, or leave the default empty and wrap the Switch in IgnoreFlowIfNullOrEmpty.',
        })),
  },
  {
    id: 'switch-on-test-function',
    severity: 'warning',
    profiles: everywhere,
    why: 'The reference advises against IsNull, IsNullOrEmpty, IsPresent and IsString as the source of a Switch.',
    source: reference,
    check: (context) =>
      callsOf(context, 'Switch')
        .filter(({ call }) => testFunctions.some((name) => isCallOf(call.arguments[0], name)))
        .map(({ row, call }) => ({
          row,
          offset: call.arguments[0]?.span.start ?? call.span.start,
          message: 'A test function is the source of a Switch.',
          suggestion: 'Switch on the attribute itself with a key "" for the empty case.',
        })),
  },
]

const testFunctions = ['IsNull', 'IsNullOrEmpty', 'IsPresent', 'IsString']
const booleanFunctions = [...testFunctions, 'Not', 'CBool']

/** `Switch([c], [c], "", "Other")`, which the reference itself recommends. */
function isNullGuard(call: FunctionTree): boolean {
  const key = call.arguments[2]
  return call.arguments.length === 4 && key?.kind === 'constant' && key.value === ''
}

function unreachable(row: LintRow, call: FunctionTree, context: LintContext): readonly Report[] {
  const source = call.arguments[0] ?? null
  const keys = call.arguments.filter((_, index) => index >= 2 && index % 2 === 0)
  const seen = new Set<string>()
  return keys.flatMap((key) => {
    if (key?.kind !== 'constant') return []
    const isRepeated = seen.has(key.value)
    seen.add(key.value)
    const reason = isRepeated ? 'an earlier arm has the same key' : neverFits(key.value, source, context)
    if (reason === null) return []
    const message = `The arm "${key.value}" is never reached: ${reason}.`
    return [{ row, offset: key.span.start, message, suggestion: suggestion(key.value, isRepeated, source) }]
  })
}

/** Why a key can never equal the source; null when it can. */
function neverFits(key: string, source: ExpressionTree | null, context: LintContext): string | null {
  if (source?.kind === 'constant') return source.value === key ? null : `the source is always "${source.value}"`
  if (isBoolean(source, context) && !/^(True|False|)$/.test(key)) return 'the source is "True" or "False"'
  if (isCallOf(source, 'ToLower') && key !== key.toLowerCase()) return 'the source is in lower case'
  if (isCallOf(source, 'ToUpper') && key !== key.toUpperCase()) return 'the source is in upper case'
  return null
}

function isBoolean(source: ExpressionTree | null, { sourceDefinition }: LintContext): boolean {
  if (source?.kind === 'attribute') {
    return sourceDefinition.attributes.some((one) => one.name === source.name && one.type === 'Boolean')
  }
  return source?.kind === 'function' && booleanFunctions.includes(findFunction(source.name)?.name ?? '')
}

function suggestion(key: string, isRepeated: boolean, source: ExpressionTree | null): string {
  if (isRepeated) return 'Delete one of the two arms.'
  if (/^(true|false)$/i.test(key)) return `Write "${key.toLowerCase() === 'true' ? 'True' : 'False'}".`
  if (isCallOf(source, 'ToLower')) return `Write "${key.toLowerCase()}".`
  return isCallOf(source, 'ToUpper') ? `Write "${key.toUpperCase()}".` : 'Delete the arm.'
}
