// A secret that somebody writes into a scenario is in nothing that a run leaves behind: these files are attached to tickets.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createReceiver } from '@scimulator/receiver'
import { listen } from '@scimulator/shared/http'
import { afterAll, expect, test, vi } from 'vitest'
import { runCli } from '../src/cli/program.ts'

const folder = mkdtempSync(join(tmpdir(), 'scimulator-canary-'))

afterAll(() => rmSync(folder, { recursive: true }))

const SCENARIO = `# yaml-language-server: $schema=scenario.schema.json
scenario: Canary
description: A token that is wrong, then the right one, and an expectation that fails and shows what was sent.
steps:
  - receiver.add-source: { kind: Entra ID, activate: true }
    save: source
  - entra.load-company: { company: { generate: { seed: 1, people: 3, groups: 1 } } }
  - entra.create-app: { name: Lark }
  - entra.use-mapping-preset: { preset: lark }
  - entra.set-settings: { scope: Sync all users and groups }
  - entra.set-credentials: { tenantUrl: "\${source.url}", secretToken: canary-wrong-token-0001 }
  - entra.start: {}
  - entra.set-credentials: { tenantUrl: "\${source.url}", secretToken: "\${source.token}" }
  - entra.restart: {}
expect:
  - { view: traffic, each: { status: 999, response: { $absent: true }, body: { $absent: true } } }
  - { view: entra.provisioning-logs, count: 999 }
`

test('no artefact of a run holds a token', async () => {
  const file = join(folder, 'canary.yaml')
  writeFileSync(file, SCENARIO)
  const into = (name: string) => join(folder, name)
  const printed = await run(
    ...['run', file, '--json', into('result.json'), '--junit', into('junit.xml')],
    ...['--har', into('har'), '--transcripts', into('transcripts'), '--html', into('page.html'), '--record'],
  )
  const artefacts = [...filesBelow(folder).filter((path) => path !== file)]
  expect(artefacts.map((path) => path.replace(/^.*\./, '')).sort()).toEqual(['har', 'html', 'json', 'txt', 'xml'])
  const texts = [printed, ...artefacts.map((path) => readFileSync(path, 'utf8'))]
  // The wrong token is refused and the right one works, so both were on the wire.
  expect(texts.join('\n')).toMatch(/401/)
  expect(texts.join('\n')).toMatch(/201/)
  for (const text of texts) {
    expect(text).not.toContain('canary-wrong-token-0001')
    expect(text).not.toMatch(/Bearer [\w.~+/-]{16,}/)
  }
}, 60_000)

test.each(['tap', 'github', 'screen'])(
  'nor does anything that the reporter %s says',
  async (reporter) => {
    const file = join(folder, 'canary.yaml')
    writeFileSync(file, SCENARIO)
    process.env.GITHUB_STEP_SUMMARY = join(folder, 'summary.md')
    try {
      const said = await run('run', file, '--reporter', reporter, '--verbose', '--json', join(folder, 'other.json'))
      const summary = reporter === 'github' ? readFileSync(process.env.GITHUB_STEP_SUMMARY, 'utf8') : ''
      expect(said).toMatch(/did not|not ok|failed/)
      for (const text of [said, summary]) {
        expect(text).not.toContain('canary-wrong-token-0001')
        expect(text).not.toMatch(/Bearer [\w.~+/-]{16,}/)
      }
    } finally {
      delete process.env.GITHUB_STEP_SUMMARY
    }
  },
  60_000,
)

/** An endpoint that says the token back in every error and in every person. */
test('a test of an endpoint that repeats the token shows it nowhere', async () => {
  const receiver = createReceiver({ profile: 'rfc', sources: [{ token: TOKEN }] })
  const own = await receiver.listen({ port: 0 })
  const proxy = await listen(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { method = '', url = '', headers } = request
    const sent = { authorization: headers.authorization ?? '', 'content-type': headers['content-type'] ?? '' }
    const body = chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }
    const answer = await fetch(`${own.url}${url}`, { method, headers: sent, ...body })
    const text = await answer.text()
    const told = text.replace(/^\{/, `{"echo":"${TOKEN}",`).replace('"active":false', '"active":true')
    response.writeHead(answer.status, { 'content-type': 'application/scim+json', 'x-echo': TOKEN })
    response.end(answer.status === 204 ? '' : told)
  })
  process.env.CANARY_TOKEN = TOKEN
  const into = (name: string) => join(folder, 'test', name)
  const files = ['--json', into('r.json'), '--html', into('r.html'), '--junit', into('r.xml'), '--verbose']
  const target = [
    'test',
    `${proxy.url}/scim/v2`,
    '--token-env',
    'CANARY_TOKEN',
    '--finding',
    'no-soft-delete',
    '--settle',
    '0',
  ]
  const said = await run(...target, ...files)
  await proxy.close(0)
  await receiver.close()
  const texts = [said, ...filesBelow(join(folder, 'test')).map((path) => readFileSync(path, 'utf8'))]
  expect(texts.join('\n')).toContain('no-soft-delete')
  expect(texts.join('\n')).toContain('[redacted]')
  expect(texts).toHaveLength(4)
  for (const text of texts) expect(text).not.toContain(TOKEN)
}, 120_000)

const TOKEN = 'canary-token-of-the-endpoint-0002'

async function run(...args: readonly string[]): Promise<string> {
  let printed = ''
  const capture = (stream: NodeJS.WriteStream) =>
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      printed += String(text)
      return true
    })
  const spies = [capture(process.stdout), capture(process.stderr)]
  try {
    await runCli(args)
    return printed
  } finally {
    process.exitCode = undefined
    for (const spy of spies) spy.mockRestore()
  }
}

function filesBelow(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path).flatMap((name) => filesBelow(join(path, name)))
}
