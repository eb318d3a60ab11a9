import type { Failure } from '@scimulator/harness/expect'
import type { Exchange } from '@scimulator/shared/provisioning'

/** The last thing that was done before something was not as expected. */
export interface Act {
  /** `entra.deleteUser({"user":"ana"})`. */
  readonly title: string
  readonly exchanges: readonly Exchange[]
}

/** A finding that the endpoint was seen to have, and that explains the failure. */
export interface Explanation {
  readonly id: string
  readonly title: string
  readonly fix: string
}

const MOST_EXCHANGES = 4
const LONGEST_BODY = 500

/** What a failed expectation says: who and which attribute, the step before it, what was sent and answered, and what explains it. */
export function failureText(
  view: string,
  failures: readonly Failure[],
  act: Act | undefined,
  explanations: readonly Explanation[],
): string {
  return [
    `${view} is not as expected.`,
    ...failures.map(differenceText),
    ...(act ? ['', ...actLines(act)] : []),
    ...explanations.flatMap(({ id, title, fix }) => ['', `finding ${id}: ${title}.`, `  ${fix}`]),
  ].join('\n')
}

function differenceText({ item, message, differences }: Failure): string {
  const pairs = differences.flatMap(({ attribute, expected, actual }) => [
    `    ${attribute === '' ? '(value)' : attribute}`,
    `      - expected ${expected}`,
    `      + actual   ${actual}`,
  ])
  return [`  ${item === '' ? message : `${item} ${message}`}`, ...pairs].join('\n')
}

/** Look-ups are left out where something was written: that is where a fault is. */
function actLines({ title, exchanges }: Act): readonly string[] {
  const writes = exchanges.filter(({ request }) => request.method !== 'GET')
  const shown = writes.length > 0 ? writes : exchanges
  if (shown.length === 0) return [`after ${title}, which sent nothing`]
  const more = shown.length - MOST_EXCHANGES
  return [
    `after ${title}, which sent`,
    ...shown.slice(-MOST_EXCHANGES).flatMap(exchangeLines),
    ...(more > 0 ? [`  and ${more} more before these`] : []),
  ]
}

function exchangeLines({ request, response, failure }: Exchange): readonly string[] {
  const { pathname, search } = new URL(request.url)
  const answer = response ? response.status : (failure?.message ?? 'no answer')
  return [
    `  ${request.method} ${pathname}${search} → ${answer}`,
    ...(request.body === undefined ? [] : [`    > ${cut(request.body)}`]),
    ...(response && response.body !== '' ? [`    < ${cut(response.body)}`] : []),
  ]
}

function cut(text: string): string {
  return text.length <= LONGEST_BODY ? text : `${text.slice(0, LONGEST_BODY)}…`
}
