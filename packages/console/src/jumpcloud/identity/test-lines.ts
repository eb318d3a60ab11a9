// What Test Connection does, line by line: the requests as they happen, and what its report says of each. Pure.
import type { Views } from '../../source/source.ts'

type Head = Views['world.traffic']
type Report = NonNullable<Views['jumpcloud.connector']['lastTest']>

export interface TestLine {
  /** Number of its exchange; a program that stands alone has none. */
  readonly seq: number | undefined
  readonly step: string
  readonly request: string
  readonly status: number | undefined
  /** Undefined until the report is there. */
  readonly passed: boolean | undefined
  readonly does: string | undefined
  readonly detail: string | undefined
  /** What became of it at the application. */
  readonly effects: readonly string[]
}

/**
 * @param heads exchanges, oldest first: those of the test that runs, and those that its report names
 * @param baseUrl of the connector; a request is shown without it
 */
export function testLines(heads: readonly Head[], report: Report | undefined, baseUrl = ''): readonly TestLine[] {
  const steps = (report?.steps ?? []).map((step) => ({ ...step, request: step.request.replace(baseUrl, '') }))
  const bySeq = new Map(heads.map((head) => [head.seq, head]))
  if (report) return steps.map((step) => lineOf(bySeq.get(step.seq ?? 0), step))
  return heads.map((head) => lineOf(head, undefined))
}

/** The exchanges of the test that began after `since`. */
export function headsOfTest(heads: readonly Head[], since: number): readonly Head[] {
  const found = heads.filter(
    ({ seq, sender, activity }) => seq > since && sender === 'jumpcloud' && activity === 'test',
  )
  const run = found.at(-1)?.run
  return found.filter((head) => head.run === run)
}

/** The exchanges that a report of earlier names. */
export function headsOfReport(heads: readonly Head[], report: Report | undefined): readonly Head[] {
  const named = new Set(report?.steps.flatMap(({ seq }) => seq ?? []))
  return heads.filter(({ seq }) => named.has(seq))
}

function lineOf(head: Head | undefined, step: Report['steps'][number] | undefined): TestLine {
  return {
    seq: head?.seq ?? step?.seq,
    step: head?.step ?? step?.step ?? '',
    request: readable(head ? `${head.method} ${head.path}` : (step?.request ?? '')),
    status: head?.status ?? step?.status,
    passed: step?.passed,
    does: step?.does,
    detail: step?.detail,
    effects: (head?.effects ?? []).map(({ name, action }) => `${name}: ${action}`),
  }
}

/** A filter as people write it; what cannot be decoded stays as it was sent. */
function readable(request: string): string {
  try {
    return decodeURIComponent(request.replaceAll('+', ' '))
  } catch {
    return request
  }
}
