// An exchange as it can be sent again: method, URL, headers and body in full, and beside it as much of the answer as says what was wrong.
import type { ShownExchange } from './test-result.ts'

const LONGEST_ANSWER = 400

/** Lines of the request; the token is named by its environment variable. */
export function wholeRequest({ method, url, headers, body }: ShownExchange['request'], tokenVariable: string): string {
  const shown = headers.map(([name, value]) =>
    /^authorization$/i.test(name) ? `${name}: Bearer $${tokenVariable}` : `${name}: ${value}`,
  )
  return [`${method} ${url}`, ...shown, ...(body === undefined ? [] : [body])].join('\n')
}

export function wholeAnswer({ response, failure, readBack }: ShownExchange): string {
  if (!response) return `nothing (${failure?.message ?? 'no answer'})`
  const later = readBack ? `\nread again: ${answerText(readBack)}` : ''
  return `${answerText(response)}${later}`
}

function answerText({ status, body }: NonNullable<ShownExchange['response']>): string {
  const text = body.replace(/\s+/g, ' ').trim()
  if (text === '') return `${status}, no body`
  return `${status} ${text.length <= LONGEST_ANSWER ? text : `${text.slice(0, LONGEST_ANSWER)}…`}`
}
