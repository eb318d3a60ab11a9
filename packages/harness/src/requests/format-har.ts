// HAR 1.2, as browsers and proxies write it. Its URLs have to be URLs, so that the placeholders of ids are fixed UUIDs, named in `_ids`.
import type { CorpusRequest } from './corpus.ts'
import { filled } from './placeholders.ts'
import type { Selection } from './select-acts.ts'

/** When everything happens: a HAR needs a time. */
const AT = '2026-01-05T08:00:00.000Z'
const FIXED: readonly (readonly [string, string])[] = [
  ['newUuid', '6f0c2f6e-3c1b-4a77-9a55-0c7f6d1f7b10'],
  ['newDate', '2026-01-05T08:00:00Z'],
]

/** `version`: of Scimulator. */
export function harText({ corpus, acts }: Selection, url: string, version: string): string {
  const names = Object.keys(corpus.placeholders).filter(
    (name) => name !== 'token' && !FIXED.some(([one]) => one === name),
  )
  const ids = new Map([...FIXED, ...names.map((name, index): [string, string] => [name, uuidOf(index + 1)])])
  const entries = acts.flatMap(({ requests }) => requests.map((request) => entryOf(request, url, ids)))
  const creator = { name: 'scimulator', version }
  const log = { version: '1.2', creator, comment: corpus.title, entries, _ids: Object.fromEntries(ids) }
  return `${JSON.stringify({ log }, null, 2)}\n`
}

function uuidOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}

function entryOf(request: CorpusRequest, base: string, ids: ReadonlyMap<string, string>): object {
  const { name, by, says, method, path, headers, body, answer, grade, source } = request
  const url = base + filled(path, ids)
  const text = body === undefined ? undefined : filled(JSON.stringify(body), ids)
  return {
    startedDateTime: AT,
    time: 0,
    request: {
      method,
      url,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: Object.entries(headers).map(([header, value]) => ({ name: header, value: filled(value, ids) })),
      queryString: [...new URL(url).searchParams].map(([key, value]) => ({ name: key, value })),
      ...(text === undefined ? {} : { postData: { mimeType: headers['Content-Type'] ?? '', text } }),
      headersSize: -1,
      bodySize: text === undefined ? 0 : new TextEncoder().encode(text).length,
    },
    response: responseOf(answer, ids),
    cache: {},
    timings: { send: 0, wait: 0, receive: 0 },
    comment: `${name}: ${by === 'somebody else' ? 'somebody else ' : ''}${says}. ${grade}: ${source}`,
  }
}

/** What has to be in the answer, not all that is. */
function responseOf({ status, has }: CorpusRequest['answer'], ids: ReadonlyMap<string, string>): object {
  const text = has === undefined ? '' : filled(JSON.stringify(has), ids)
  return {
    status: status[0],
    statusText: '',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: [],
    content: { size: text.length, mimeType: 'application/scim+json', ...(text === '' ? {} : { text }) },
    redirectURL: '',
    headersSize: -1,
    bodySize: -1,
    comment: `${status.join(' or ')} is right; the body contains what is here`,
  }
}
