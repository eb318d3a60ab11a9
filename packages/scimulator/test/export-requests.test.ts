import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readRequests, requestsAs } from '../src/requests.ts'
import { scimulator } from './in-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'scimulator-export-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('scimulator export requests', () => {
  test('writes the acts that were asked for, and those that have to go before', async () => {
    const { code, out } = await scimulator('export', 'requests', '--as', 'entra', '--act', 'renamed,disabled')
    expect(code).toBe(0)
    const { acts } = JSON.parse(out)
    expect(acts.map(({ id }: { id: string }) => id)).toEqual(['hired', 'renamed', 'joins-group', 'disabled'])
  })

  test.each([
    ['http', '### disabled-3: changes the user'],
    ['http-jetbrains', '> {% client.global.set("dan", response.body.id); %}'],
    ['hurl', 'dan: jsonpath "$.id"'],
    ['har', '"version": "1.2"'],
  ])('as %s, into a file', async (format, line) => {
    const file = join(folder, format)
    const args = ['--as', 'entra-legacy', '--act', 'disabled', '--format', format, '--out', file]
    expect(await scimulator('export', 'requests', ...args)).toEqual({ code: 0, out: '', err: '' })
    expect(readFileSync(file, 'utf8')).toContain(line)
  })

  test('the base URL goes where a form has one', async () => {
    const args = ['--as', 'jumpcloud', '--format', 'http', '--url', 'http://127.0.0.1:8080/api/scim/']
    const { out } = await scimulator('export', 'requests', ...args)
    expect(out).toContain('@baseUrl = http://127.0.0.1:8080/api/scim\n')
  })

  test('--act help and list acts show every act, who sends it, and the words for several', async () => {
    const { out } = await scimulator('export', 'requests', '--act', 'help')
    expect(out).toMatch(/^purged +entra entra-legacy +Finn is deleted for good$/m)
    expect(out).toMatch(/^leaver +entra entra-legacy jumpcloud okta okta-catalogue +disabled, unassigned, /m)
    expect((await scimulator('list', 'acts')).out).toBe(out)
  })

  test.each([
    ['no such act', ['--as', 'entra', '--act', 'leavr'], 'Did you mean "leaver"?'],
    [
      'an act that is not this one’s',
      ['--as', 'jumpcloud', '--act', 'purged'],
      '"purged" is no act in the life that jumpcloud',
    ],
    ['nobody', [], '--as takes entra, entra-legacy, jumpcloud, okta, okta-catalogue'],
    ['no such identity provider', ['--as', 'entraLegacy'], 'Did you mean "entra-legacy"?'],
    ['no such form', ['--as', 'entra', '--format', 'hurrl'], 'Did you mean "hurl"?'],
    ['no URL', ['--as', 'entra', '--url', 'localhost'], '--url is "localhost"; write a base URL'],
    ['a file that cannot be written', ['--as', 'entra', '--out', folder], '--out'],
  ])('%s is refused with 2 and the way out', async (_, args, message) => {
    const { code, out, err } = await scimulator('export', 'requests', ...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
  })
})

describe('scimulator/requests', () => {
  test('gives the same as data and as text', () => {
    const corpus = readRequests('jumpcloud', { acts: ['leaver'] })
    expect(corpus.as).toBe('jumpcloud')
    const [first] = corpus.acts.find(({ id }) => id === 'disabled')?.requests ?? []
    expect(first).toMatchObject({
      method: 'GET',
      path: '/Users?filter=userName+eq+%22contoso-dan%40contoso.example%22',
    })
    expect(JSON.parse(requestsAs('jumpcloud', 'json', { acts: ['leaver'] }))).toEqual(corpus)
  })

  test.each([
    ['okta', ['GET', 'PUT']],
    ['okta-catalogue', ['PATCH']],
  ] as const)('%s switches a person off by its own methods, and sends nothing of the endpoint’s own', (as, methods) => {
    const { acts } = readRequests(as, { acts: ['leaver', 'promoted'] })
    const ofDisabled = acts.find(({ id }) => id === 'disabled')?.requests ?? []
    expect(ofDisabled.map(({ method }) => method)).toEqual(methods)
    const last = JSON.stringify(ofDisabled.at(-1)?.body)
    expect(last).toContain('"active":false')
    const written = acts.flatMap(({ requests }) => requests).filter(({ method }) => method === 'PUT')
    expect(written.length).toBeGreaterThan(0)
    expect(JSON.stringify(written)).not.toMatch(/"meta"|"location"|"groups"/)
    expect(acts.flatMap(({ requests }) => requests).some(({ method }) => method === 'DELETE')).toBe(false)
  })

  test('names what there is when something does not exist', () => {
    expect(() => readRequests('ping' as 'entra')).toThrow('There is no identity provider "ping"')
    expect(() => requestsAs('entra', 'postman' as 'har')).toThrow('There is no format "postman"')
    expect(() => readRequests('entra', { acts: ['leave'] })).toThrow('Did you mean "leaver"')
  })
})
