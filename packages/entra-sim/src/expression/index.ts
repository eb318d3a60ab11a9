/**
 * Entra's attribute mapping language: parser, printer and evaluator. Pure; beside itself it imports the definitions of its switches.
 */

export { compileRegex, findMatches, type Regex } from '@scimulator/shared/regex'
export { checkExpression, signatureOf } from './check.ts'
export { checkAttributes } from './check-attributes.ts'
export { type CompiledExpression, compileExpression, type Evaluation, parameterAt } from './compile.ts'
export {
  defaultExpressionSwitches,
  defaultRegexStepLimit,
  type ExpressionEnvironment,
  type ExpressionSwitches,
  expressionEnvironment,
  type TakenValues,
} from './environment.ts'
export { attributesFrom, evaluateText, type SourceAttributes } from './evaluate-text.ts'
export type { ExpressionError, ExpressionErrorCode } from './expression-error.ts'
export type { EvaluationWarning, ExpressionFunction, FunctionParameter } from './expression-function.ts'
export { longestExpression, type ParsedExpression, parseExpression } from './parser.ts'
export { printExpression, quoteText } from './print.ts'
export { expressionFunctions, findFunction } from './registry.ts'
export { type ExpressionTrace, redactedText, type TracedExpression, traceExpression } from './trace.ts'
export {
  type AttributeTree,
  type ComparisonOperator,
  type ComparisonTree,
  type ConstantTree,
  childrenOf,
  type ExpressionTree,
  type FunctionTree,
  type Keyword,
  type KeywordTree,
  type Span,
  walkExpression,
} from './tree.ts'
export {
  type AppRoleAssignment,
  type AttributeSource,
  type EvaluationError,
  type ExpressionValue,
  fromSource,
  isEmptyValue,
  parseNumber,
  parseWholeNumber,
  rolesAsXml,
  type Skip,
  type SourceValue,
  textsOf,
} from './value.ts'
