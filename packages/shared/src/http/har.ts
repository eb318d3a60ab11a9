import type { Exchange, HeaderList } from '../provisioning/index.ts'
import { headerValue } from '../provisioning/index.ts'

/** Exchanges as an HTTP Archive (HAR 1.2), which browsers and proxies open. Hand in redacted exchanges only.
 * @param own members of the log that only we know; their names begin with `_` */
export function toHar(exchanges: readonly Exchange[], creatorVersion: string, own: object = {}): object {
  return {
    log: {
      version: '1.2',
      creator: { name: 'scimulator', version: creatorVersion },
      ...own,
      entries: exchanges.map(harEntry),
    },
  }
}

function harEntry(exchange: Exchange): object {
  const { request, response, failure } = exchange
  return {
    startedDateTime: new Date(exchange.startedAt).toISOString(),
    time: exchange.durationMs,
    request: {
      method: request.method,
      url: request.url,
      httpVersion: 'HTTP/1.1',
      headers: harHeaders(request.headers),
      queryString: queryString(request.url),
      cookies: [],
      headersSize: -1,
      bodySize: Buffer.byteLength(request.body ?? ''),
      ...(request.body === undefined ? {} : { postData: postData(request.headers, request.body) }),
    },
    response: {
      status: response?.status ?? 0,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      headers: harHeaders(response?.headers ?? []),
      cookies: [],
      content: harContent(response?.headers ?? [], response?.body ?? ''),
      redirectURL: '',
      headersSize: -1,
      bodySize: Buffer.byteLength(response?.body ?? ''),
      ...(failure ? { _error: `${failure.kind}: ${failure.message}` } : {}),
    },
    cache: {},
    timings: { send: 0, wait: exchange.durationMs, receive: 0 },
  }
}

function harHeaders(headers: HeaderList): object[] {
  return headers.map(([name, value]) => ({ name, value }))
}

function queryString(url: string): object[] {
  const [, query = ''] = url.split('?', 2)
  return [...new URLSearchParams(query)].map(([name, value]) => ({ name, value }))
}

function postData(headers: HeaderList, text: string): object {
  return { mimeType: headerValue(headers, 'content-type') ?? '', text }
}

function harContent(headers: HeaderList, text: string): object {
  return { size: Buffer.byteLength(text), mimeType: headerValue(headers, 'content-type') ?? '', text }
}
