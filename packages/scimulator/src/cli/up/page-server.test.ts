import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Listening, listen } from '@scimulator/shared/http'
import { afterEach, expect, test } from 'vitest'
import { type PageFiles, readPageFiles } from './page-files.ts'
import { createPageServer } from './page-server.ts'

let server: Listening | undefined
afterEach(() => server?.close(0))

const files: PageFiles = {
  page: '<p nonce="NONCE">page</p>',
  assets: new Map([['/assets/a-1.js', { type: 'text/javascript; charset=utf-8', bytes: Buffer.from('1') }]]),
}

async function asked(path: string, options: RequestInit = {}, served: PageFiles = files): Promise<Response> {
  server = await listen(createPageServer(served))
  return fetch(`${server.url}${path}`, options)
}

test.each([
  ['/', 'GET', 200, 'text/html; charset=utf-8'],
  ['/lark/members?open=ana', 'GET', 200, 'text/html; charset=utf-8'],
  ['/assets/a-1.js', 'GET', 200, 'text/javascript; charset=utf-8'],
  ['/assets/../../package.json', 'GET', 200, 'text/html; charset=utf-8'],
  ['/assets/b.js', 'GET', 404, 'text/plain; charset=utf-8'],
  ['/', 'POST', 403, 'text/plain; charset=utf-8'],
])('%s by %s is answered %i as %s', async (path, method, status, type) => {
  const answer = await asked(path, { method })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([status, type])
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
})

test('the page has the nonce of its policy, and is kept nowhere', async () => {
  const answer = await asked('/')
  const [, nonce] = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '') ?? []
  expect(await answer.text()).toBe(`<p nonce="${nonce}">page</p>`)
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test('pages that are not built say how to build them', async () => {
  const answer = await asked('/', {}, await readPageFiles(mkdtempSync(join(tmpdir(), 'scimulator-nothing-'))))
  expect(await answer.text()).toContain('npm run build:console')
})
