// What the exchanges of an act say by themselves.
import type { Exchange } from '@scimulator/shared/provisioning'
import { answerOf, isRateLimit } from '../answer.ts'
import { RATE_LIMITED } from '../questioner.ts'

/** Check that kept one of the requests from being sent. */
export function heldBack(exchanges: readonly Exchange[]): string | undefined {
  const held = exchanges.find(({ failure }) => failure?.kind === 'blocked')?.failure
  if (held === undefined) return exchanges.map(answerOf).some(isRateLimit) ? 'answers/not-limited' : undefined
  return held.message === RATE_LIMITED ? 'answers/not-limited' : 'answers/at-all'
}

/** A 404 says that somebody is not there, which may be so; everything else that is no success stands in the way. */
export function isFailure(exchange: Exchange): boolean {
  const { status } = answerOf(exchange)
  const isById = /\/(Users|Groups)\/[^/?]+/.test(exchange.request.url)
  if (status === 404 && isById && (exchange.request.method === 'GET' || exchange.request.method === 'DELETE'))
    return false
  return status < 200 || status > 299
}

/** What two requests that fail for one reason have in common. */
export function patternOf(exchange: Exchange | undefined): unknown {
  if (!exchange) return undefined
  const { request } = exchange
  const operations = /"op":"(\w+)"(?:,"path":"([^"[]*))?/i.exec(request.body ?? '')
  return [
    request.method,
    request.url.replace(/.*\/(Users|Groups).*/, '$1'),
    operations?.[1],
    operations?.[2],
    answerOf(exchange).status,
  ]
}
