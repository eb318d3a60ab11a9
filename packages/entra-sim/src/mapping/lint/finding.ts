import type { ExpressionTree } from '../../expression/index.ts'
import type { AttributeMapping, ObjectDefinition, ObjectMapping } from '../../schema/synchronization-schema.ts'
import type { TargetPath } from '../target-path.ts'

/** Which target the mapping is for: any SCIM application, or Lark's directory sync. */
export type LintProfile = 'entra' | 'lark'

/** `error` breaks the mapping, `warning` surprises in production, `info` is worth knowing. */
export type Severity = 'error' | 'warning' | 'info'

/** Where a finding is: a row of the mapping (-1 for the whole object mapping), and a place in its expression. */
export interface FindingPosition {
  readonly objectMapping: string
  /** Place in the document: keys and indexes down to the row or the object mapping. */
  readonly path: readonly (string | number)[]
  readonly index: number
  readonly targetAttributeName: string | null
  readonly offset: number | null
  readonly line: number | null
  readonly column: number | null
}

/** Something that a mapping gets wrong. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly position: FindingPosition
  /** What is there. */
  readonly message: string
  /** Why it hurts. */
  readonly why: string
  /** Where that is said. */
  readonly source: string
  /** What to write. */
  readonly suggestion: string
}

/** One row of a mapping as the rules see it. */
export interface LintRow {
  readonly index: number
  readonly mapping: AttributeMapping
  readonly path: TargetPath | null
  readonly text: string | null
  /** Null when there is no expression or it does not parse. */
  readonly tree: ExpressionTree | null
}

/** Everything that a rule may look at. */
export interface LintContext {
  readonly profile: LintProfile
  readonly objectMapping: ObjectMapping
  readonly isUser: boolean
  readonly sourceDefinition: ObjectDefinition
  readonly targetDefinition: ObjectDefinition
  readonly rows: readonly LintRow[]
}

/** What a rule reports; the engine adds rule, severity, why and source. */
export interface Report {
  readonly row: LintRow | null
  readonly offset?: number
  readonly message: string
  readonly suggestion: string
}

/** One rule. `profiles` are those in which it speaks. */
export interface LintRule {
  readonly id: string
  readonly severity: Severity
  readonly profiles: readonly LintProfile[]
  readonly why: string
  readonly source: string
  readonly check: (context: LintContext) => readonly Report[]
}

/** Both profiles. */
export const everywhere: readonly LintProfile[] = ['entra', 'lark']
