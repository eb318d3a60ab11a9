// Entra ID's attribute mapping language, a library in its own right: parser, checker, printer, evaluator, trace. Pure.
import { EXPRESSION_SWITCHES } from '@scimulator/entra-sim/expression-switches'
import type { SwitchDefinition } from '@scimulator/shared/behaviour'

export * from '@scimulator/entra-sim/expression'

/** One choice where the sources are silent or disagree. */
export interface ExpressionSwitchDefinition {
  readonly id: string
  readonly values: readonly string[]
  readonly default: string
  /** How sure the default is: said by Microsoft, observed, inferred, or chosen here. */
  readonly grade: 'documented' | 'observed' | 'observed once' | 'inferred' | 'decided'
  readonly source: string
  /** What it decides. */
  readonly describes: string
}

const definitions: readonly SwitchDefinition<string>[] = Object.values(EXPRESSION_SWITCHES)

/** Switches of the language with their values and grounds; docs/fidelity.md lists the same. */
export const expressionSwitchDefinitions: readonly ExpressionSwitchDefinition[] = definitions.map(
  ({ id, values, default: usual, grade, source, describes }) => {
    return { id, values: 'min' in values ? [] : values, default: usual, grade, source, describes }
  },
)
