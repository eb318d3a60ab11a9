// An exchange as a result shows it: without credentials, and no longer than a person reads.
import { copiedRequest, type Shell } from '@scimulator/shared/platform'
import type { Exchange, HeaderList, ScimResponse } from '@scimulator/shared/provisioning'
import type { ShownExchange } from './test-result.ts'

const LONGEST_BODY = 4_000

const SECRET_HEADERS = /^(authorization|proxy-authorization|cookie|set-cookie|x-api-key)$/i

export function shownExchange(exchange: Exchange, readBack?: Exchange): ShownExchange {
  const { request, response, failure } = exchange
  return {
    request: {
      method: request.method,
      url: request.url,
      headers: shownHeaders(request.headers),
      ...(request.body === undefined ? {} : { body: cut(request.body) }),
    },
    ...(response ? { response: shownResponse(response) } : {}),
    ...(failure ? { failure: { kind: failure.kind, message: failure.message } } : {}),
    ...(readBack?.response ? { readBack: shownResponse(readBack.response) } : {}),
  }
}

function shownResponse({ status, headers, body }: ScimResponse): NonNullable<ShownExchange['response']> {
  return { status, headers: shownHeaders(headers), body: cut(body) }
}

function shownHeaders(headers: HeaderList): [string, string][] {
  return headers.map(([name, value]) => [name, SECRET_HEADERS.test(name) ? '[redacted]' : value])
}

function cut(text: string): string {
  return text.length <= LONGEST_BODY ? text : `${text.slice(0, LONGEST_BODY)}… (${text.length - LONGEST_BODY} more)`
}

/** The request as a command; the token is taken from the environment variable that the run was given. */
export function curlOf({ request }: Exchange, tokenVariable: string, shell?: Shell): string {
  return copiedRequest(request, tokenVariable, shell)
}
