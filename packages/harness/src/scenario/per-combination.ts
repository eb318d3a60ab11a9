// A step that stands for others may take from the matrix how often, over what, or which fragment: then its steps differ from run to run.
import { isPlainObject } from '../written/plain-object.ts'
import type { Path } from '../written/yaml-document.ts'
import { type CheckContext, checkPlaceholders } from './check-context.ts'
import { filled } from './filled.ts'
import { placeholdersIn } from './interpolate.ts'
import type { Combination } from './matrix.ts'
import type { Scenario, Step } from './scenario.ts'

/** What the input says for some combinations. */
interface Said {
  readonly input: unknown
  readonly combinations: readonly Combination[]
}

/** What `expand` makes of the input, once for each thing that the matrix lets it say. */
export function perCombination(
  input: unknown,
  path: Path,
  context: CheckContext,
  expand: (input: unknown, context: CheckContext) => Step[],
): Step[] {
  const { steps, ...head } = isPlainObject(input) ? input : { steps: undefined, name: input }
  if (!placeholdersIn(head).some(({ name }) => name.startsWith('matrix.'))) return expand(input, context)
  const before = context.problems.length
  checkPlaceholders(head, path, context)
  if (context.problems.length > before) return []
  const rest = steps === undefined ? {} : { steps }
  return saidIn(context.combinations, (matrix) =>
    isPlainObject(input) ? { ...asObject(filled(head, { matrix })), ...rest } : filled(input, { matrix }),
  ).flatMap(({ input: said, combinations }) => {
    // A list that is empty in the matrix is meant so.
    if (isPlainObject(said) && Array.isArray(said.over) && said.over.length === 0) return []
    return expand(said, { ...context, combinations }).map((step) => ({ among: combinations, ...step }))
  })
}

/** The scenario with the steps of this combination alone. */
export function ofCombination(scenario: Scenario, combination: Combination): Scenario {
  if (!scenario.steps.some(({ among }) => among)) return scenario
  return { ...scenario, steps: scenario.steps.filter(({ among }) => among?.includes(combination) ?? true) }
}

function saidIn(combinations: readonly Combination[], say: (matrix: Combination) => unknown): readonly Said[] {
  const groups = new Map<string, { input: unknown; combinations: Combination[] }>()
  for (const matrix of combinations) {
    const input = say(matrix)
    const group = groups.get(JSON.stringify(input)) ?? { input, combinations: [] }
    group.combinations.push(matrix)
    groups.set(JSON.stringify(input), group)
  }
  return [...groups.values()]
}

function asObject(value: unknown): Record<string, unknown> {
  return isPlainObject(value) ? value : {}
}
