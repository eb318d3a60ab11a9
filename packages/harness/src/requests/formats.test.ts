// Each form of file is read back by the rules of the tools that read it, and says what the corpus says.
import { describe, expect, test } from 'vitest'
import { buildCorpus } from './build-corpus.ts'
import { Corpus, type CorpusRequest, SENDERS } from './corpus.ts'
import { type Format, requestsText } from './formats.ts'
import { placeholdersIn } from './placeholders.ts'
import { type Selection, selectActs } from './select-acts.ts'

const URL_BASE = 'http://localhost:3000/scim/v2'
const selections = await Promise.all(SENDERS.map(async (as) => [as, selectActs(await buildCorpus(as), [])] as const))

const textOf = (selection: Selection, format: Format): string =>
  requestsText(selection, format, { url: URL_BASE, version: '1.2.3' })

const requestsOf = ({ acts }: Selection): readonly CorpusRequest[] => acts.flatMap(({ requests }) => requests)

/** What of a request every form has to keep. */
const wire = ({ method, path, headers, body }: Pick<CorpusRequest, 'method' | 'path' | 'headers' | 'body'>) => {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [method, path, ...lines, body === undefined ? '' : JSON.stringify(body)].join('\n')
}

describe.each(selections)('%s', (_, selection) => {
  test('json is the corpus, of the published shape', () => {
    const parsed = Corpus.parse(JSON.parse(textOf(selection, 'json')))
    expect(parsed.acts).toEqual(selection.corpus.acts)
  })

  test('http for JetBrains: each id is set before it is used', () => {
    const requests = readHttp(textOf(selection, 'http-jetbrains'))
    expect(requests.map(wire)).toEqual(requestsOf(selection).map(wire))
    const known = new Set(['baseUrl', 'token', 'newUuid', 'newDate'])
    for (const { text } of requests) {
      expect(placeholdersIn(text).filter((name) => !known.has(name))).toEqual([])
      for (const [, name = ''] of text.matchAll(/client\.global\.set\("(\w+)", response\.body\.[\w.[\]]+\)/g))
        known.add(name)
    }
  })

  test('http for VS Code: each id is taken from the answer to an earlier request', () => {
    const requests = readHttp(textOf(selection, 'http'))
    expect(requests).toHaveLength(requestsOf(selection).length)
    const sent = new Set<string>()
    for (const { text } of requests) {
      const used = [...text.matchAll(/\{\{(\w+)\.response\.body\.\$\.[\w.[\]]+\}\}/g)].map(([, name = '']) => name)
      expect(used.filter((name) => !sent.has(name))).toEqual([])
      expect(placeholdersIn(text).filter((name) => !['baseUrl', 'token', 'newUuid', 'newDate'].includes(name))).toEqual(
        [],
      )
      sent.add(/^# @name (\w+)$/m.exec(text)?.[1] ?? expect.fail(text))
    }
  })

  test('hurl: every line is of its grammar, and each id is captured before it is used', () => {
    const entries = readHurl(textOf(selection, 'hurl'))
    const sent = entries.filter(({ isLook }) => !isLook)
    expect(sent.map(wire)).toEqual(requestsOf(selection).map(wire))
    expect(entries.filter(({ isLook }) => isLook)).toHaveLength(selection.acts.flatMap((act) => act.directory).length)
    const known = new Set(['baseUrl', 'token', 'newUuid', 'newDate'])
    for (const entry of entries) {
      // What is captured from an answer can be asserted of the same answer.
      expect(placeholdersIn(wire(entry)).filter((name) => !known.has(name))).toEqual([])
      for (const name of entry.captures) known.add(name)
      expect(placeholdersIn(entry.asserts.join()).filter((name) => !known.has(name))).toEqual([])
    }
  })

  test('har: what version 1.2 demands, with whole URLs', () => {
    const { log } = JSON.parse(textOf(selection, 'har'))
    expect(log).toMatchObject({ version: '1.2', creator: { name: 'scimulator', version: '1.2.3' } })
    expect(log.entries).toHaveLength(requestsOf(selection).length)
    for (const { startedDateTime, time, request, response, cache, timings } of log.entries) {
      expect(new Date(startedDateTime).toISOString()).toBe(startedDateTime)
      expect([time, cache, timings]).toEqual([0, {}, { send: 0, wait: 0, receive: 0 }])
      expect(new URL(request.url).href.startsWith(URL_BASE)).toBe(true)
      expect(request.url + (request.postData?.text ?? '')).not.toContain('{{')
      for (const side of [request, response])
        expect(side).toMatchObject({
          httpVersion: 'HTTP/1.1',
          cookies: [],
          headersSize: -1,
          headers: expect.any(Array),
        })
      expect(response.content).toMatchObject({ size: expect.any(Number), mimeType: 'application/scim+json' })
      if (request.postData) expect(Object(JSON.parse(request.postData.text))).not.toEqual({})
    }
  })
})

test('where acts are chosen, what only goes before has no directory of its own', async () => {
  const chosen = JSON.parse(textOf(selectActs(await buildCorpus('jumpcloud'), ['enabled']), 'json'))
  expect(chosen.acts.map(({ id, directory }: Corpus['acts'][number]) => [id, directory.length > 0])).toEqual([
    ['hired', false],
    ['joins-group', false],
    ['disabled', false],
    ['changed-while-disabled', false],
    ['enabled', true],
  ])
})

type Read = Pick<CorpusRequest, 'method' | 'path' | 'headers' | 'body'>

/** Requests of an `.http` file: parts between lines of three hashes, comments, a request line, headers, an empty line, a body. */
function readHttp(file: string): readonly (Read & { readonly text: string })[] {
  return file
    .split(/^### .*$/m)
    .slice(1)
    .map((text) => {
      const lines = text.split('\n').filter((line) => !line.startsWith('#') && !line.startsWith('> {%'))
      const first = lines.findIndex((line) => line !== '')
      const end = lines.indexOf('', first)
      const body = lines
        .slice(end < 0 ? lines.length : end)
        .join('\n')
        .trim()
      return { ...readHead(lines.slice(first, end < 0 ? undefined : end)), ...asBody(body), text }
    })
}

function readHead([line = '', ...headers]: readonly string[]): Pick<Read, 'method' | 'path' | 'headers'> {
  const [, method, path] = /^(GET|POST|PUT|PATCH|DELETE) \{\{baseUrl\}\}(\S+)$/.exec(line) ?? expect.fail(line)
  const pairs = headers.map((one) => /^([\w-]+): (.+)$/.exec(one)?.slice(1) ?? expect.fail(one))
  return { method: method as Read['method'], path: path ?? '', headers: Object.fromEntries(pairs) }
}

function asBody(text: string): { readonly body?: unknown } {
  return text === '' ? {} : { body: JSON.parse(text) }
}

interface HurlEntry extends Read {
  readonly isLook: boolean
  readonly captures: readonly string[]
  readonly asserts: readonly string[]
}

const CAPTURE = /^(\w+): jsonpath "\$[\w.[\]]+"$/
const VALUE = String.raw`("(\\.|[^"\\])*"|\d+|true|false)`
const ASSERT = new RegExp(
  String.raw`^(status (>=|<) \d+|jsonpath "\$(\.\w+|\[\*\]|\[\d+\]|\['[\w:.]+'\])*" (not exists|(not )?includes ${VALUE}|== ${VALUE}))$`,
)

/** Entries by Hurl's grammar, as far as we write it: request line, headers, JSON; then status, captures, asserts. */
function readHurl(file: string): readonly HurlEntry[] {
  return file
    .split(/\n\n(?=# (?!====))/)
    .slice(1)
    .map((block) => {
      const [comment = '', ...lines] = block.split('\n').filter((line) => line !== '' && !line.startsWith('# ===='))
      const answer = lines.findIndex((line) => /^HTTP (\*|\d{3})$/.test(line))
      const body = lines.indexOf('{')
      const head = lines.slice(0, body < 0 ? answer : body)
      const captures = section(lines, '[Captures]').map((line) => CAPTURE.exec(line)?.[1] ?? expect.fail(line))
      const asserts = section(lines, '[Asserts]')
      expect(asserts.filter((line) => !ASSERT.test(line))).toEqual([])
      const text = body < 0 ? '' : lines.slice(body, answer).join('\n')
      return { ...readHead(head), ...asBody(text), isLook: comment.startsWith('# the directory'), captures, asserts }
    })
}

function section(lines: readonly string[], name: string): readonly string[] {
  const from = lines.indexOf(name)
  if (from < 0) return []
  const rest = lines.slice(from + 1)
  const end = rest.findIndex((line) => line.startsWith('['))
  return rest.slice(0, end < 0 ? undefined : end)
}
