// What Test Connection does, line by line: the requests as they happen, and what its report says of each. Pure.
import type { Views } from '../../source/source.ts'

type Head = Views['world.traffic']
type Report = NonNullable<Views['jumpcloud.connector']['lastTest']>

export interface TestLine {
  /** Number of its exchange; undefined where only the report is known. */
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
 * @param heads the exchanges of this test, oldest first; none of a test that was before the page was opened
 * @param baseUrl of the connector; a request is shown without it
 */
export function testLines(heads: readonly Head[], report: Report | undefined, baseUrl = ''): readonly TestLine[] {
  const steps = (report?.steps ?? []).map((step) => ({ ...step, request: step.request.replace(baseUrl, '') }))
  if (heads.length === 0) return steps.map((step) => lineOf(undefined, step))
  return heads.map((head, index) => lineOf(head, steps[index]))
}

/** The exchanges of the test that began after `since`. */
export function headsOfTest(heads: readonly Head[], since: number): readonly Head[] {
  const found = heads.filter(
    ({ seq, sender, activity }) => seq > since && sender === 'jumpcloud' && activity === 'test',
  )
  const run = found.at(-1)?.run
  return found.filter((head) => head.run === run)
}

function lineOf(head: Head | undefined, step: Report['steps'][number] | undefined): TestLine {
  return {
    seq: head?.seq,
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
