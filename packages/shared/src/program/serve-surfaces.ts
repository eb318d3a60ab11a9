import type { IncomingMessage, ServerResponse } from 'node:http'
import { writeJson } from '../http/index.ts'
import { StoreStopped } from '../store/index.ts'

/** Answers a request; resolves to false, having written nothing, for one that is not its own. */
export type Surface = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>

/** What no surface has answered: nobody knows the path, the data folder can no longer be written, or we have made a mistake. */
export type Unanswered =
  | { readonly status: 404; readonly url: string }
  | { readonly status: 503 }
  | { readonly status: 500; readonly error: unknown }

/**
 * A program on one port: the first surface that answers, answers, and what none of them does is told in the words of the program's own API.
 * What fails on the way is a client that went away, or a mistake of ours; neither ends the program.
 */
export function serveSurfaces(surfaces: readonly Surface[], bodyOf: (unanswered: Unanswered) => object) {
  const tell = (response: ServerResponse, unanswered: Unanswered): void =>
    writeJson(response, unanswered.status, bodyOf(unanswered))
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const surface of surfaces) if (await surface(request, response)) return
    tell(response, { status: 404, url: request.url ?? '/' })
  }
  return (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else tell(response, error instanceof StoreStopped ? { status: 503 } : { status: 500, error })
    })
  }
}
