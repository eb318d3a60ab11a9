import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'

/** What an operation of a JSON API answers. */
export interface JsonAnswer {
  readonly status: number
  /** Several values are as many headers of that name. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  /** Absent for an empty answer. */
  readonly body?: unknown
}

/** Writes it whole. @param type Content-Type of a body, which vendors spell with a charset or without */
export function writeAnswer(response: ServerResponse, { status, headers = {}, body }: JsonAnswer, type: string): void {
  const text = body === undefined ? '' : JSON.stringify(body)
  const own: OutgoingHttpHeaders = body === undefined ? {} : { 'content-type': type }
  const length = status === 204 ? {} : { 'content-length': String(Buffer.byteLength(text)) }
  const given = Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]])
  response.writeHead(status, { ...own, ...length, ...Object.fromEntries(given) })
  response.end(text)
}
