// What went wrong on the way, as faults: no answer, or one that says that the endpoint was busy, broken or did not know the token. Whatever
// else it answered follows from what it was asked, and it will answer so again.
import { headerValue } from '@scimulator/shared/provisioning'
import { parsedJson } from '@scimulator/shared/scim'
import type { ToldExchange } from './writes.ts'

interface Effect {
  readonly kind: string
  readonly [name: string]: unknown
}

export interface Weather {
  /** Whether it was carried out though nobody answered. */
  isDoneAnyway(one: ToldExchange): boolean
  /** Exchanges whose answer an endpoint of ours would not have given. */
  readonly strange: ReadonlySet<number>
}

/** Faults for one burst, set before it begins. */
export function weatherOf(exchanges: readonly ToldExchange[], { isDoneAnyway, strange }: Weather): readonly object[] {
  const faults: { on: { method: string; path: string }; effect: Effect; skip: number; times: number; last: number }[] =
    []
  const counts = new Map<string, number>()
  for (const one of exchanges) {
    const { method, url } = one.exchange.request
    const path = /\/Groups/.test(url) ? '/Groups' : '/Users'
    const key = `${method} ${path}`
    const count = counts.get(key) ?? 0
    counts.set(key, count + 1)
    const effect = effectOf(one, isDoneAnyway(one), strange.has(one.at))
    if (!effect) continue
    const before = faults.findLast(({ on }) => on.method === method && on.path === path)
    if (before && before.last === count - 1 && JSON.stringify(before.effect) === JSON.stringify(effect)) {
      before.times += 1
      before.last = count
    } else faults.push({ on: { method, path }, effect, skip: count, times: 1, last: count })
  }
  // Those before it have struck by then, and a request that one fault takes another does not count.
  return faults.map(({ on, effect, skip, times }) => ({
    fault: { on, effect, times, ...(passing(skip, on, faults) > 0 ? { skip: passing(skip, on, faults) } : {}) },
  }))
}

interface Aimed {
  readonly on: { readonly method: string; readonly path: string }
  readonly skip: number
  readonly times: number
}

/** How many requests pass before it strikes. */
function passing(skip: number, on: Aimed['on'], faults: readonly Aimed[]): number {
  const taken = faults.filter((one) => one.on.method === on.method && one.on.path === on.path && one.skip < skip)
  return skip - taken.reduce((sum, { times }) => sum + times, 0)
}

function effectOf(
  { exchange: { response, failure, request } }: ToldExchange,
  isDoneAnyway: boolean,
  isStrange: boolean,
): Effect | undefined {
  if (!response) {
    if (isDoneAnyway) return { kind: 'lost-answer' }
    return { kind: failure?.kind === 'timeout' ? 'hang' : 'refused' }
  }
  const { status, headers, body } = response
  if (isStrange || status === 401 || status === 429 || status >= 500) {
    const kept = ['retry-after', 'content-type'].flatMap((name) => {
      const value = headerValue(headers, name)
      return value === undefined ? [] : [[name, value] as const]
    })
    return {
      kind: 'answer',
      status,
      ...(kept.length > 0 ? { headers: Object.fromEntries(kept) } : {}),
      ...(body === '' ? {} : { body }),
    }
  }
  if (status === 204 || request.method === 'DELETE' || parsedJson(body) !== undefined) return undefined
  return body.trimStart().startsWith('<') ? { kind: 'web-page', body } : { kind: 'bad-json' }
}
