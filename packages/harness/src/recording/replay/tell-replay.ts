// What a replay has come to, in words.

import { FINDINGS } from '@scimulator/findings'
import { asText } from '@scimulator/shared/scim'
import type { Replayed, ReplayStep } from './replay.ts'

export interface ReplayVerdict {
  /** Exchanges whose answers differ. */
  readonly different: number
  /** Findings by id, each with the numbers of the exchanges that show it. */
  readonly findings: ReadonlyMap<string, readonly number[]>
  readonly lines: readonly string[]
}

export function tellReplay({ steps, prepared }: Replayed): ReplayVerdict {
  const findings = new Map<string, number[]>()
  for (const { n, findings: ids } of steps) for (const id of ids) findings.set(id, [...(findings.get(id) ?? []), n])
  const different = steps.filter(({ differences }) => differences.length > 0)
  const leftOut = steps.filter((step) => step.leftOut !== undefined)
  const lines = [
    ...different.flatMap(differenceLines),
    ...[...findings].flatMap(([id, at]) => findingLines(id, at)),
    `${counted(steps.length - leftOut.length, 'request')} sent, ${different.length === 0 ? 'no answer' : counted(different.length, 'answer')} ${different.length > 1 ? 'differ' : 'differs'}.`,
    ...(leftOut.length > 0 ? [`${counted(leftOut.length, 'request')} left out: ${reasons(leftOut)}.`] : []),
    ...(prepared > 0
      ? [`${counted(prepared, 'resource')} made first, because the recording shows them and does not make them.`]
      : []),
  ]
  return { different: different.length, findings, lines }
}

const MOST_SHOWN = 20

/** Where they are, resources of a list taken together: a kind of difference that is nowhere above is told all the same. */
function placesOf(differences: ReplayStep['differences']): string {
  const counts = new Map<string, number>()
  for (const { at } of differences) {
    const place = at.replace(/\d+/g, 'n')
    counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  return [...counts].map(([place, times]) => (times === 1 ? place : `${place} (${times} times)`)).join(', ')
}

function differenceLines({ n, recorded: { request }, differences }: ReplayStep): readonly string[] {
  const rest = differences.slice(MOST_SHOWN)
  const more = rest.length > 0 ? [`       and ${rest.length} more: ${placesOf(rest)}`] : []
  return [
    `${asText(n).padStart(5)}  ${request.method} ${shortUrl(request.url)}`,
    ...differences
      .slice(0, MOST_SHOWN)
      .map(({ at, recorded, replayed }) => `       ${at}: recorded ${said(recorded)}, here ${said(replayed)}`),
    ...more,
  ]
}

function findingLines(id: string, at: readonly number[]): readonly string[] {
  const finding = FINDINGS.find((one) => one.id === id)
  return [
    `${id} (exchange ${at.slice(0, MOST_SHOWN).join(', ')}): ${finding?.title ?? ''}`,
    ...(finding ? [`       ${finding.fix}`] : []),
  ]
}

function reasons(steps: readonly ReplayStep[]): string {
  const counts = new Map<string, number>()
  for (const { leftOut = '' } of steps) counts.set(leftOut, (counts.get(leftOut) ?? 0) + 1)
  return [...counts].map(([reason, count]) => `${count} because ${reason}`).join(', ')
}

function shortUrl(url: string): string {
  const { pathname, search } = new URL(url)
  return `${pathname}${search}`
}

function said(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value)
  return text.length > 120 ? `${text.slice(0, 117)}…` : text
}

function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`
}
