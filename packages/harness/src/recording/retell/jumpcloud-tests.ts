// Tests of the connection in a recording of JumpCloud: each begins with a lookup of the user that it is about to make.
import { objectIn, type ToldExchange } from './writes.ts'

export interface ConnectionTest {
  readonly exchanges: readonly ToldExchange[]
  /** Whom it makes up. */
  readonly email: string | undefined
  /** The base URL ends in a slash, so that paths begin with two. */
  readonly hasSlash: boolean
  readonly hasGroups: boolean
  readonly isPassed: boolean
}

/** Some follow one another without anything between them. */
export function testsIn(exchanges: readonly ToldExchange[]): readonly ConnectionTest[] {
  const parts: ToldExchange[][] = []
  for (const one of exchanges) {
    const last = parts.at(-1)
    const before = last?.at(-1)
    if (!last || !before || (isLookUp(one) && !hasMade(before))) parts.push([one])
    else last.push(one)
  }
  return parts.map(testOf)
}

function testOf(exchanges: readonly ToldExchange[]): ConnectionTest {
  const urls = exchanges.map(({ exchange }) => exchange.request.url)
  const named = exchanges.map(({ exchange: { request } }) => objectIn(request.body).userName)
  const isGone = ({ exchange: { request } }: ToldExchange) => request.method === 'DELETE' && /\/Users/.test(request.url)
  return {
    exchanges,
    email: named.find((one) => typeof one === 'string') ?? lookedFor(urls[0] ?? ''),
    hasSlash: urls.some((url) => /\w\/\/(Users|Groups)/.test(url)),
    hasGroups: urls.some((url) => /\/Groups/.test(url)),
    isPassed: exchanges.every(isDone) && exchanges.some(isGone),
  }
}

export function isDone({ exchange: { response } }: ToldExchange): boolean {
  return response !== undefined && response.status < 300
}

function isLookUp({ exchange: { request } }: ToldExchange): boolean {
  return request.method === 'GET' && /\/Users\?/.test(request.url)
}

/** The second lookup of a test comes right after its user was made. */
function hasMade(one: ToldExchange): boolean {
  const { method, url } = one.exchange.request
  return method === 'POST' && /\/Users\/?$/.test(url) && isDone(one)
}

function lookedFor(url: string): string | undefined {
  return / eq "([^"]*)"$/.exec(new URL(url).searchParams.get('filter') ?? '')?.[1]
}
