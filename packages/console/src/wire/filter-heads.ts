import { type Head, isNothing, outcomeOf, sentenceOf } from './sentences.ts'

export interface HeadFilter {
  /** Free text on path, sentence and status. */
  readonly q: string | undefined
  /** Whether the text may stand in a body too, which the server looks through. */
  readonly inBodies: boolean
  readonly errorsOnly: boolean
  /** Nothing later than this one; undefined while the page follows. */
  readonly at: number | undefined
  readonly sender: string | undefined
  readonly method: string | undefined
  /** `2xx`, or `none` where there was no answer. */
  readonly status: string | undefined
  readonly purpose: string | undefined
  /** An action of the receiver, or `any`. */
  readonly effect: string | undefined
  readonly mark: string | undefined
  /** Id of a finding, or `any`. */
  readonly finding: string | undefined
  /** A range of the strip, by number, both ends in it. */
  readonly from: number | undefined
  readonly to: number | undefined
}

export const EVERYTHING: HeadFilter = {
  q: undefined,
  inBodies: false,
  errorsOnly: false,
  at: undefined,
  sender: undefined,
  method: undefined,
  status: undefined,
  purpose: undefined,
  effect: undefined,
  mark: undefined,
  finding: undefined,
  from: undefined,
  to: undefined,
}

const NONE: ReadonlySet<number> = new Set()

type Asked = (head: Head) => boolean

/**
 * Those of the exchanges that are shown, oldest first; the same list when all are.
 * @param inBodies numbers of those whose bodies have the text
 */
export function filterHeads(
  heads: readonly Head[],
  filter: HeadFilter,
  inBodies: ReadonlySet<number> = NONE,
): readonly Head[] {
  const asked = questionsOf(filter, inBodies)
  return asked.length === 0 ? heads : heads.filter((head) => asked.every((holds) => holds(head)))
}

/** The cheap ones first: the sentence is only made of what they have left. */
function questionsOf(
  { at, from, to, sender, method, status, purpose, effect, mark, finding, errorsOnly, q }: HeadFilter,
  inBodies: ReadonlySet<number>,
): readonly Asked[] {
  const questions: (Asked | false)[] = [
    at !== undefined && (({ seq }) => seq <= at),
    from !== undefined && (({ seq }) => seq >= from),
    to !== undefined && (({ seq }) => seq <= to),
    sender !== undefined && ((head) => head.sender === sender),
    method !== undefined && ((head) => head.method === method),
    status !== undefined && ((head) => statusClass(head) === status),
    purpose !== undefined && ((head) => head.purpose === purpose),
    effect !== undefined &&
      (({ effects }) => effects.some(({ action }) => (effect === 'any' ? !isNothing(action) : action === effect))),
    mark !== undefined && (({ marks }) => marks.some((one) => one === mark)),
    finding !== undefined && (({ findings }) => findings.some(({ id }) => finding === 'any' || id === finding)),
    errorsOnly && ((head) => outcomeOf(head) !== 'good'),
    q !== undefined && textQuestion(q, inBodies),
  ]
  return questions.filter((one) => one !== false)
}

function textQuestion(q: string, inBodies: ReadonlySet<number>): Asked {
  const wanted = q.toLowerCase()
  return (head) =>
    inBodies.has(head.seq) ||
    `${head.method} ${head.path} ${head.status ?? ''} ${sentenceOf(head)}`.toLowerCase().includes(wanted)
}

/** `4xx`; `none` where there was no answer. */
export function statusClass({ status }: Pick<Head, 'status'>): string {
  return status === null ? 'none' : `${Math.floor(status / 100)}xx`
}
