// A client, an endpoint, and the recording between them: over real sockets, because that is where it breaks.
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { createReceiver } from '@scimulator/receiver'
import { listen } from '@scimulator/shared/http'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Recorded, startRecording } from './record.ts'
import { readRecording } from './recording-file.ts'
import { redactFile } from './redact-file.ts'
import { readTraffic } from './replay/read-traffic.ts'

const folder = mkdtempSync(join(tmpdir(), 'scimulator-record-'))
const receiver = createReceiver({ profile: 'rfc', sources: [{ token: 'the-token-of-the-target' }] })
let to = ''
let recorded: Recorded | undefined
const lines: string[] = []

beforeAll(async () => {
  to = `${(await receiver.listen({ port: 0 })).url}/scim/v2`
})
afterEach(async () => {
  await recorded?.close()
  recorded = undefined
  lines.length = 0
})
afterAll(async () => {
  await receiver.close()
  rmSync(folder, { recursive: true })
})

const started = async (out: string, options: Partial<Parameters<typeof startRecording>[0]> = {}): Promise<string> => {
  const onLine = (line: string) => void lines.push(line)
  const onFailure = (error: unknown) => void lines.push(String(error))
  const usual = {
    port: 0,
    host: '127.0.0.1',
    to,
    out,
    keepsPersonalData: false,
    allowedHosts: [],
    newKey: () => 'key',
    onLine,
    onFailure,
  }
  recorded = await startRecording({ ...usual, ...options })
  return recorded.url
}

const HEADERS = {
  authorization: 'Bearer the-token-of-the-target',
  'content-type': 'application/scim+json',
  'x-trace': 'Silva',
}
const SCHEMAS = ['urn:ietf:params:scim:schemas:core:2.0:User']

async function ask(
  url: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: string }> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: HEADERS,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: await response.text() }
}

const person = (name: string) => ({ schemas: SCHEMAS, userName: `${name}@contoso.com`, name: { familyName: 'Silva' } })

test('what is asked and answered goes through as it is, and is kept without the people and the token', async () => {
  const out = join(folder, 'plain.jsonl')
  const url = await started(out)
  const made = await ask(url, 'POST', '/Users', person('ana.silva'))
  expect(made).toMatchObject({ status: 201, body: expect.stringContaining('ana.silva@contoso.com') })
  const found = await ask(url, 'GET', '/Users?filter=userName+eq+%22ana.silva%40contoso.com%22')
  expect(JSON.parse(found.body).totalResults).toBe(1)
  const { id } = JSON.parse(made.body)
  expect(await ask(url, 'DELETE', `/Users/${id}`)).toEqual({ status: 204, body: '' })
  await recorded?.close()

  const text = readFileSync(out, 'utf8')
  const { head, exchanges, isCut } = readRecording(text, out)
  expect(head).toMatchObject({ scimulatorRecording: 1, to, personalData: 'replaced' })
  expect(isCut).toBe(false)
  expect(exchanges.map(({ seq, request, response }) => [seq, request.method, response?.status])).toEqual([
    [1, 'POST', 201],
    [2, 'GET', 200],
    [3, 'DELETE', 204],
  ])
  expect(text.match(/silva|contoso|the-token-of-the-target/i)).toBeNull()
  // Who was made is who was found, and is deleted under the id that the endpoint gave.
  const userName = JSON.parse(exchanges[0]?.request.body ?? '').userName
  expect(decodeURIComponent(exchanges[1]?.request.url ?? '')).toContain(`"${userName}"`)
  expect(exchanges[2]?.request.url).toBe(`${to}/Users/${id}`)
  expect(statSync(out).mode & 0o777).toBe(0o600)
  expect(statSync(`${out}.key`).mode & 0o777).toBe(0o600)
  expect(lines).toHaveLength(3)
  expect(lines.join('\n').match(/silva|contoso/i)).toBeNull()
})

test('a recording that was cut in the middle of a line goes on, with the same names', async () => {
  const out = join(folder, 'cut.jsonl')
  await ask(await started(out), 'POST', '/Users', person('bea'))
  await recorded?.close()
  appendFileSync(out, '{"seq":2,"startedAt":17')
  const url = await started(out)
  expect(recorded).toMatchObject({ before: 1, wasCut: true })
  await ask(url, 'POST', '/Users', person('bea'))
  await recorded?.close()
  const { exchanges } = readRecording(readFileSync(out, 'utf8'), out)
  const names = exchanges.map(({ request }) => JSON.parse(request.body ?? '').userName)
  expect(exchanges.map(({ seq }) => seq)).toEqual([1, 2])
  expect(names[0]).toBe(names[1])
})

test('another file, and a recording of another endpoint, are left alone', async () => {
  const notes = join(folder, 'notes.txt')
  writeFileSync(notes, 'my notes\n')
  await expect(started(notes)).rejects.toThrow('notes.txt is no recording')
  expect(readFileSync(notes, 'utf8')).toBe('my notes\n')
  const out = join(folder, 'one.jsonl')
  await started(out)
  await recorded?.close()
  await expect(started(out, { to: 'http://127.0.0.1:9/scim' })).rejects.toThrow('Name another file with --out.')
  await expect(started(out, { keepsPersonalData: true })).rejects.toThrow('personalData "replaced", not "kept"')
})

test('an endpoint that is gone is an answer, and so are a page and half an answer', async () => {
  const gone = await started(join(folder, 'gone.jsonl'), { to: 'http://127.0.0.1:1/scim/v2' })
  expect(await ask(gone, 'GET', '/Users')).toMatchObject({ status: 502 })
  await recorded?.close()
  const server = await listen((request, response) => {
    if (request.url?.includes('Groups')) return void request.socket.destroy()
    response.writeHead(500, { 'content-type': 'text/html' }).end('<html><body>No access for Silva</body></html>')
  })
  const out = join(folder, 'page.jsonl')
  const url = await started(out, { to: server.url })
  expect(await ask(url, 'GET', '/Users')).toEqual({
    status: 500,
    body: '<html><body>No access for Silva</body></html>',
  })
  expect(await ask(url, 'GET', '/Groups')).toMatchObject({ status: 502 })
  await recorded?.close()
  await server.close()
  const { exchanges } = readRecording(readFileSync(out, 'utf8'), out)
  expect(exchanges.map(({ response, failure }) => response?.status ?? failure?.kind)).toEqual([500, 'reset'])
  expect(exchanges[0]?.response?.body).toMatch(/^<html><body>No access for (?!Silva)[A-Z][a-z]{4}<\/body><\/html>$/)
})

test.each<[what: string, host: string, allowed: readonly string[], status: number]>([
  ['a page elsewhere', 'evil.example', [], 421],
  ['a tunnel that was not named', 'abc.tunnel.example', ['other.example'], 421],
  ['a tunnel that was', 'ABC.tunnel.example:443', ['abc.tunnel.example'], 200],
])('%s calls it by its own name', async (_what, host, allowedHosts, status) => {
  const { port } = new URL(await started(join(folder, `host-${status}-${host.length}.jsonl`), { allowedHosts }))
  const { request } = await import('node:http')
  const answered = await new Promise<number | undefined>((resolve, reject) => {
    const headers = { ...HEADERS, host }
    const asking = request({ host: '127.0.0.1', port, path: '/Users', headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode))
    })
    asking.on('error', reject).end()
  })
  expect(answered).toBe(status)
  await recorded?.close()
  expect(lines.join()).toMatch(status === 200 ? /^ {4}1 .* 200 / : /refused.*GET \/Users .*--allow-host/)
})

test('what is packed is unpacked on the way back, and refused on the way there', async () => {
  const server = await listen((_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(JSON.stringify(person('anna.silva'))))
  })
  const out = join(folder, 'packed.jsonl')
  const url = await started(out, { to: server.url })
  expect(await ask(url, 'GET', '/Users/1')).toEqual({ status: 200, body: JSON.stringify(person('anna.silva')) })
  const headers = { ...HEADERS, 'content-encoding': 'gzip' }
  const refused = await fetch(`${url}/Users`, { method: 'POST', headers, body: gzipSync('{}') })
  expect(refused.status).toBe(415)
  await recorded?.close()
  await server.close()
  // Each line comes when it is ready; which is first is nobody's promise.
  expect(lines.filter((line) => /refused.*POST \/Users .*gzip/.test(line))).toHaveLength(1)
  expect(readRecording(readFileSync(out, 'utf8'), out).exchanges).toHaveLength(1)
  expect(readFileSync(out, 'utf8')).toMatch(/(?!anna.silva)[a-z]{4}\.[a-z]{5}@/)
  expect(readFileSync(out, 'utf8')).not.toMatch(/content-encoding|anna|silva/i)
})

test('why no answer came is kept in plain words', async () => {
  const out = join(folder, 'refused.jsonl')
  await ask(await started(out, { to: 'http://127.0.0.1:1/scim/v2' }), 'GET', '/Users')
  await recorded?.close()
  expect(readFileSync(out, 'utf8')).toContain('ECONNREFUSED: connect ECONNREFUSED 127.0.0.1:1')
})

test('an address in place of a path is asked of nobody', async () => {
  const { port } = new URL(await started(join(folder, 'elsewhere.jsonl')))
  const { request } = await import('node:http')
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const asking = request(
      { host: '127.0.0.1', port, path: 'http://127.0.0.1:1/Users', headers: HEADERS },
      (response) => {
        response.resume().on('end', () => resolve(response.statusCode))
      },
    )
    asking.on('error', reject).end()
  })
  expect([status, recorded?.count()]).toEqual([400, 0])
})

test('many at once are one line each', async () => {
  const out = join(folder, 'many.jsonl')
  const url = await started(out)
  await Promise.all(Array.from({ length: 40 }, (_, at) => ask(url, 'GET', `/Users?count=${at + 1}`)))
  await recorded?.close()
  const { exchanges } = readRecording(readFileSync(out, 'utf8'), out)
  expect(exchanges.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1))
})

test('personal data is kept only where that was asked for, and redact takes it out', async () => {
  const out = join(folder, 'kept.jsonl')
  await ask(await started(out, { keepsPersonalData: true }), 'POST', '/Users', person('carla.silva'))
  await recorded?.close()
  const text = readFileSync(out, 'utf8')
  expect(text).toContain('carla.silva@contoso.com')
  expect(readRecording(text, out).head.personalData).toBe('kept')
  const redacted = redactFile(text, { file: out, version: '0.0.0', key: 'key' })
  expect(redacted.text.match(/carla|silva|contoso|the-token-of-the-target/i)).toBeNull()
  expect(readRecording(redacted.text, out).head.personalData).toBe('replaced')
})

test('an HTTP archive is redacted as well, whatever else stands in it', () => {
  const headers = [{ name: 'Authorization', value: 'Bearer the-token-of-somebody' }]
  const postData = { mimeType: 'application/json', text: JSON.stringify(person('ana.silva')), params: [] }
  const content = {
    size: 1,
    text: Buffer.from('{"detail":"silva: the-token-of-somebody"}').toString('base64'),
    encoding: 'base64',
  }
  const entry = {
    startedDateTime: '2026-01-05T08:00:00.000Z',
    time: 12,
    request: { method: 'POST', url: `${to}/Users`, headers, cookies: [{ name: 'silva' }], postData },
    response: { status: 201, headers: [], content },
    comment: 'silva',
  }
  const options = { ...entry, request: { ...entry.request, method: 'OPTIONS' } }
  const har = JSON.stringify({ log: { version: '1.2', pages: [{ title: 'silva' }], entries: [entry, options] } })
  const { text, exchanges } = redactFile(har, { file: 'a.har', version: '0.0.0', key: 'key' })
  expect(exchanges).toBe(1)
  expect(text.match(/silva|contoso|the-token-of-somebody/i)).toBeNull()
  expect(JSON.parse(text).log.entries[0]).toMatchObject({ request: { method: 'POST', url: `${to}/Users` }, time: 12 })
  // Whoever is told to take the people out can go on with what comes of it.
  expect([har, text].map((one) => readTraffic(one, 'a.har').personalData)).toEqual(['unknown', 'replaced'])
})

test.each([
  ['{"log": {"entries": 5}}', 'a.har is no HTTP archive: log.entries is wrong'],
  ['{"log": ', 'a.har is no HTTP archive'],
  ['{"scimulatorRecording":2}\n', 'a.har was written by a newer Scimulator (format 2)'],
  ['', 'a.har is no recording'],
])('%j is told as what it is', (text, message) => {
  expect(() => redactFile(text, { file: 'a.har', version: '0.0.0', key: 'key' })).toThrow(message)
})
