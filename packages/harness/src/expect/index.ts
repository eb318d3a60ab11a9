export { ViewExpectation } from '../scenario/scenario-grammar.ts'
export { evaluateExpectation, type Failure } from './evaluate.ts'
