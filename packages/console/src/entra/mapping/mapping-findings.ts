// What the rules say of a mapping, and what its rows give for somebody, in words. Pure.
import type { Tone } from '../../parts/status-badge.tsx'
import type { EntraResults } from '../../source/source.ts'

export type Finding = Awaited<EntraResults['lint-mappings']>[number]
export type Tried = Awaited<EntraResults['try-mappings']>
type TriedRow = Tried['rows'][number]

export const SEVERITIES: Readonly<Record<Finding['severity'], Tone>> = { error: 'bad', warning: 'watch', info: 'plain' }

/** Those of one row; without a target those about the mapping as a whole. */
export function findingsOf(findings: readonly Finding[], target: string | null): readonly Finding[] {
  return findings.filter((finding) => finding.target === target)
}

/** `Line 1, column 18: …` where the expression has a place that is meant. */
export function findingText({ message, line, column }: Pick<Finding, 'message' | 'line' | 'column'>): string {
  return line === null || column === null ? message : `Line ${line}, column ${column}: ${message}`
}

/** `SALES`, `(null: not sent)`, or why there is no value; nothing of a row that was not tried. */
export function triedText(row: TriedRow | undefined): string {
  if (row === undefined) return ''
  const { outcome, values, reason, isDefault } = row
  if (outcome === 'skip') return reason === 'null' ? '(null: not sent)' : `(not sent: ${reason ?? ''})`
  if (outcome === 'error') return `(error: ${reason ?? ''})`
  return `${values.length === 0 ? '(null)' : values.join(', ')}${isDefault ? ' (default)' : ''}`
}

/** `3 errors, 1 warning`; empty where the rules say nothing. */
export function countsText(findings: readonly Pick<Finding, 'severity'>[]): string {
  const words = { error: 'error', warning: 'warning', info: 'remark' } as const
  return (['error', 'warning', 'info'] as const)
    .flatMap((severity) => {
      const count = findings.filter((one) => one.severity === severity).length
      return count === 0 ? [] : [`${count} ${words[severity]}${count === 1 ? '' : 's'}`]
    })
    .join(', ')
}
