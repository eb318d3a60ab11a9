/** Scoping filters: Graph's form and a text form, evaluated over source attributes. Pure. */
export {
  type CompiledScope,
  type CompiledScopeResult,
  compileScope,
  type EvaluatedClause,
  type EvaluatedScope,
  type FilterGroupKind,
} from './compile-scope.ts'
export { type FilterOperator, filterOperators, findFilterOperator } from './filter-operator.ts'
export { whyNotFilterable } from './filterable-attribute.ts'
export { type FilterOperatorSchema, filterOperatorSchemas } from './graph-answers.ts'
export { type ParsedScope, parseScope } from './parse-scope.ts'
export { printClause, printScope } from './print-scope.ts'
