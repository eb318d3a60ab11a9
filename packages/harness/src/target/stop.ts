// What the guard has stopped, and whose mistake it is.
//
//  how the id or value came up                                          | verdict
//  ---------------------------------------------------------------------+-----------
//  a lookup for the run's own value, answered by an account without it | protected
//  a POST answered with an account that was there before                | protected
//  an answer about the run's own resource that names it                 | protected
//  a POST was answered without an id                                    | protected
//  more accounts than the run may hold                                  | limit
//  anything else                                                        | error
import type { ScimRequest } from '@scimulator/shared/provisioning'
import type { RefusalCode } from './judge-request.ts'
import type { Origin } from './look-ups.ts'
import type { ResourceKind } from './resource-kind.ts'

export interface Stop {
  /** crowded: a limit that other runs of the same command have reached; by itself the run may have room. */
  readonly code: RefusalCode | 'limit' | 'crowded'
  /** protected: the endpoint led there. error: we did. limit: neither; the run would hold too many accounts at once. */
  readonly verdict: 'protected' | 'error' | 'limit'
  /** One or more sentences: what was not sent, why, and what led there. */
  readonly message: string
  /** What there would be too many of, at a limit. */
  readonly kind?: ResourceKind
}

export function verdictOf(code: RefusalCode, origin: Origin | undefined): 'protected' | 'error' {
  if (code === 'taken-over') return 'protected'
  if (code === 'no-id') return origin?.by === 'post' ? 'protected' : 'error'
  if (code !== 'stranger' && code !== 'names-stranger') return 'error'
  if (origin?.by === 'look-up') return origin.isOwn && !origin.hasIt ? 'protected' : 'error'
  return origin?.by === 'post' || origin?.by === 'own-resource' ? 'protected' : 'error'
}

/** The text of a stop; an `error` has the request in it, because it is ours to mend. */
export function stopMessage(
  request: ScimRequest,
  code: RefusalCode,
  reason: string,
  origin: Origin | undefined,
): string {
  const head = `${request.method} ${request.url} was not sent: ${reason}.`
  if (verdictOf(code, origin) === 'error')
    return [head, ...ledBy(origin), `The request was: ${requestText(request)}`].join(' ')
  return [head, ...ledBy(origin)].join(' ')
}

function ledBy(origin: Origin | undefined): string[] {
  switch (origin?.by) {
    case 'look-up':
      return origin.hasIt
        ? [`${origin.asked} asked for "${origin.value}" and was answered with it.`]
        : [
            `${origin.asked} asked for "${origin.value}" and was answered with this account, which does not have that value.`,
          ]
    case 'list':
      return [`It stood in the answer to ${origin.asked}.`]
    case 'own-resource':
      return [`The answer to ${origin.asked} names it.`]
    case 'post':
      return [`${origin.asked} ${origin.withoutId ? 'was answered without an id' : 'was answered with it'}.`]
    case undefined:
      return []
  }
}

/** On one line, without headers: those may hold secrets. */
function requestText({ method, url, body }: ScimRequest): string {
  return `${method} ${url}${body === undefined || body === '' ? '' : ` ${body}`}`
}
