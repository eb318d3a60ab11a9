// Endpoints at which a request about one reaches others.
import { bytesOf, type Variant } from './wrapped.ts'

type Handler = ReturnType<Variant>
type Request = Parameters<Handler>[0]
type Kind = 'Users' | 'Groups'

async function idsOf(next: Handler, request: Request, kind: Kind): Promise<string[]> {
  const target = request.target.replace(/\/(Users|Groups).*/, `/${kind}?count=1000`)
  const { body } = await next({ ...request, method: 'GET', target, body: bytesOf('') })
  return JSON.parse(body).Resources.map(({ id }: { id: string }) => id)
}

/** What is asked for is done to those as well whom `whom` picks from all, oldest first. */
export function reaching(
  method: string,
  kind: Kind,
  whom: (ids: readonly string[], at: number) => readonly string[],
): Variant {
  return (next) => async (request) => {
    const id = new RegExp(`/${kind}/([^/?]+)`).exec(request.target)?.[1]
    if (id === undefined || request.method !== method) return next(request)
    const ids = await idsOf(next, request, kind)
    const answer = await next(request)
    const own = bytesOf(new TextDecoder().decode(request.body).replace(/"userName":"[^"]*",?/, ''))
    for (const other of whom(ids, ids.indexOf(id)).filter((one) => one !== id))
      await next({ ...request, target: request.target.replace(id, other), body: own })
    return answer
  }
}

export const all = (ids: readonly string[]) => ids
export const before = (ids: readonly string[], at: number) => ids.slice(Math.max(0, at - 1), at)
export const after = (ids: readonly string[], at: number) => ids.slice(at + 1, at + 2)
