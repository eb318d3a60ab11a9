import type { ScimHandler } from '../../src/examine/index.ts'

type Asked = Parameters<ScimHandler>[0]
type Answered = Awaited<ReturnType<ScimHandler>>

/** An endpoint whose answers are others than those of the one behind it. */
export function answering(change: (answer: Answered, request: Asked) => Answered): (next: ScimHandler) => ScimHandler {
  return (next) => async (request) => change(await next(request), request)
}
