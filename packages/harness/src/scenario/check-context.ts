import { dirname } from 'node:path'
import { suggest } from '@scimulator/shared/behaviour'
import { isPlainObject } from '../written/plain-object.ts'
import type { Problem } from '../written/problem.ts'
import type { Path, YamlDocument } from '../written/yaml-document.ts'
import { resolveBeside } from './company-source.ts'
import { interpolate, lookupIn, placeholdersIn } from './interpolate.ts'
import type { Combination } from './matrix.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What the checks of one file know and gather, from top to bottom. */
export interface CheckContext {
  readonly document: YamlDocument
  readonly vocabulary: Vocabulary
  /** Fragments that the checked step stands in, from the outermost on, by absolute path. */
  readonly within: readonly string[]
  /** Absolute path of the file. */
  readonly path: string
  readonly combinations: readonly Combination[]
  /** Names that a placeholder may use: `matrix`, and what steps before have saved (their shape is unknown before the run). */
  readonly names: Map<string, unknown>
  /** Texts that steps before have in their inputs: an attribute that no schema has is named by the step that makes it. */
  readonly said: Set<string>
  /** Names of the snapshots that steps before have made. */
  readonly snapshots: Set<string>
  readonly problems: Problem[]
  readonly programs: Set<string>
  readonly companies: Map<string, unknown>
  /** Files that the scenario depends on, by absolute path. */
  readonly reads: Set<string>
}

/** Every ${name} must be of the matrix or of a step before. */
export function checkPlaceholders(value: unknown, path: Path, context: CheckContext): void {
  for (const { name, path: at } of placeholdersIn(value, path)) {
    const [root = ''] = name.split('.')
    if (!context.names.has(root)) {
      complain(
        context,
        at,
        `\${${name}}: no step before this one saves "${root}".`,
        `${suggest(root, context.names.keys())}${name.includes('.') ? '' : ` For the text itself write $\${${name}}.`}`,
      )
    } else if (root === 'matrix' && !isInMatrix(name, context)) {
      complain(context, at, `\${${name}} is not in the matrix.`, matrixHint(name, context))
    }
  }
}

/** Notes a golden that the scenario is held against, under the name that it has in each combination. */
export function addGolden(written: unknown, { path, combinations, reads }: CheckContext): void {
  for (const matrix of combinations) {
    const { value } = interpolate(written, lookupIn({ matrix }))
    if (typeof value === 'string') reads.add(resolveBeside(dirname(path), value))
  }
}

/** The axes, or the members of the axis that was meant. */
function matrixHint(name: string, context: CheckContext): string {
  const matrix = asRecord(context.names.get('matrix'))
  const [, axis = '', member = ''] = name.split('.')
  const values = Object.hasOwn(matrix, axis) ? matrix[axis] : undefined
  if (!Array.isArray(values)) return suggest(axis, Object.keys(matrix))
  return suggest(member, new Set(values.filter(isPlainObject).flatMap((value) => Object.keys(value))))
}

function isInMatrix(name: string, context: CheckContext): boolean {
  const [, axis = '', ...rest] = name.split('.')
  const values = asRecord(context.names.get('matrix'))[axis]
  if (!Array.isArray(values)) return false
  return rest.length === 0 || values.every((value) => lookupIn({ value })(['value', ...rest].join('.')) !== undefined)
}

function asRecord(value: unknown): Record<string, unknown> {
  return isPlainObject(value) ? value : {}
}

export function complain(
  context: CheckContext,
  path: Path,
  message: string,
  hint?: string,
  part: 'key' | 'value' = 'value',
): void {
  const position = context.document.position(path, part)
  context.problems.push({ position, message, ...(hint === undefined ? {} : { hint }) })
}
