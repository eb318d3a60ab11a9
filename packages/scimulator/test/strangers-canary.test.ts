// People who were there are in nothing that a run leaves behind: not when it passes, fails, finds the wrong account, or meets a page of errors.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listen } from '@scimulator/shared/http'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startCommand } from './command.ts'
import { type PeopledTarget, startPeopledTarget } from './peopled-target.ts'

const CANARY = 'Quetzalcoatl'
const folder = mkdtempSync(join(tmpdir(), 'scimulator-strangers-'))
let target: PeopledTarget

beforeAll(async () => {
  target = await startPeopledTarget(CANARY)
}, 60_000)

afterEach(() => rmSync(join(folder, 'out'), { recursive: true, force: true }))

afterAll(async () => {
  await target.close()
  rmSync(folder, { recursive: true })
})

const LONG = { timeout: 120_000 }

/** Asks for everything that can be written, and hands it all back as one text. */
async function everything(url: string, ...args: readonly string[]): Promise<string> {
  const out = (name: string) => join(folder, 'out', name)
  const files = [
    '--json',
    out('result.json'),
    '--junit',
    out('junit.xml'),
    '--har',
    out('har'),
    '--transcripts',
    out('transcripts'),
    '--html',
    out('page.html'),
  ]
  const { out: printed, err } = await startCommand(
    ['run', ...args, ...files, '--target', url, '--token-env', 'TOKEN', '--ledger', out('ledgers')],
    { cwd: folder, env: { TOKEN: target.token } },
  ).ended
  return [printed, err, ...filesBelow(join(folder, 'out')).map((path) => readFileSync(path, 'utf8'))].join('\n')
}

function filesBelow(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path).flatMap((name) => filesBelow(join(path, name)))
}

/** An endpoint in front of the target that changes its answers. */
async function answering(
  change: (method: string, path: string, text: string) => { status: number; text: string } | undefined,
) {
  return listen(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { method = '', url = '', headers } = request
    const body = chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }
    const answer = await fetch(`${target.url}${url}`, {
      method,
      headers: { authorization: headers.authorization ?? '', 'content-type': headers['content-type'] ?? '' },
      ...body,
    })
    const text = await answer.text()
    const changed = change(method, url, text) ?? { status: answer.status, text }
    response.writeHead(changed.status, {
      'content-type': changed.text.startsWith('<') ? 'text/html' : 'application/scim+json',
    })
    response.end(changed.status === 204 ? '' : changed.text)
  })
}

test('of a run whose endpoint answers each lookup with everybody', LONG, async () => {
  const all = await (
    await fetch(`${target.url}/Users?count=100`, { headers: { authorization: `Bearer ${target.token}` } })
  ).text()
  expect(all).toContain(CANARY)
  const proxy = await answering((method, path) =>
    method === 'GET' && path.includes('filter=') ? { status: 200, text: all } : undefined,
  )
  const text = await everything(proxy.url, 'entra/help-page', 'jumpcloud/help-page', 'jumpcloud/import-users')
  expect(text).toMatch(/"notOurs\\?"/)
  expect(text).not.toContain(CANARY)
  await proxy.close(0)
})

test('of a test whose endpoint answers each lookup with everybody, and names them in its errors', LONG, async () => {
  const all = await (
    await fetch(`${target.url}/Users?count=100`, { headers: { authorization: `Bearer ${target.token}` } })
  ).text()
  const detail = `${CANARY} Fernandez (${CANARY.toLowerCase()}@corp.test) is in the way`
  const proxy = await answering((method, path) => {
    if (method === 'GET' && path.includes('filter=')) return { status: 200, text: all }
    return method === 'PATCH' ? { status: 400, text: JSON.stringify({ status: '400', detail }) } : undefined
  })
  const out = (name: string) => join(folder, 'out', name)
  const files = ['--json', out('r.json'), '--html', out('r.html'), '--junit', out('r.xml'), '--record', '--verbose']
  for (const finding of ['filter-ignored', 'disable-refused']) {
    const { out: printed, err } = await startCommand(
      ['test', proxy.url, '--token-env', 'TOKEN', '--settle', '0', '--finding', finding, ...files],
      { cwd: folder, env: { TOKEN: target.token } },
    ).ended
    const text = [printed, err, ...filesBelow(join(folder, 'out')).map((path) => readFileSync(path, 'utf8'))].join('\n')
    expect(text).toContain(finding)
    expect(text.toLowerCase()).not.toContain(CANARY.toLowerCase())
    expect(text).not.toContain('Fernandez')
  }
  await proxy.close(0)
})

test('of a run whose endpoint names people in its errors, in JSON and in HTML', LONG, async () => {
  const detail = `${CANARY} Fernandez (${CANARY.toLowerCase()}@corp.test, +49 30 901820) has that userName already`
  let posts = 0
  const proxy = await answering((method) => {
    if (method !== 'POST') return undefined
    posts += 1
    if (posts % 2 === 0) return { status: 500, text: `<html><h1>Error</h1><pre>${detail}</pre></html>` }
    return { status: 409, text: JSON.stringify({ status: '409', scimType: 'uniqueness', detail }) }
  })
  const text = await everything(proxy.url, 'entra/help-page', 'jumpcloud/help-page')
  expect(text).toMatch(/has that userName already/)
  expect(text.toLowerCase()).not.toContain(CANARY.toLowerCase())
  expect(text).not.toMatch(/Fernandez|901820/)
  await proxy.close(0)
})

test('of a run that fails in its expectations, and of one whose endpoint cannot be read', LONG, async () => {
  const failing = join(folder, 'failing.yaml')
  writeFileSync(
    failing,
    `scenario: Expects too much\ndescription: Everything that is expected is not there.\nsteps:\n  - receiver.add-source: { kind: Entra ID }\n    save: source
expect:\n  - { view: directory.users, exactly: [nobody] }\n  - { view: directory.groups, count: 99 }\n`,
  )
  const text = await everything(target.url, failing)
  expect(text).toMatch(/nobody/)
  expect(text).not.toContain(CANARY)
  const proxy = await answering((method, _, body) =>
    method === 'GET' ? { status: 200, text: `[${body}]` } : undefined,
  )
  const unreadable = await everything(proxy.url, failing)
  expect(unreadable).toContain('not a SCIM ListResponse')
  expect(unreadable).not.toContain(CANARY)
  await proxy.close(0)
})
