// A secret that somebody writes into a scenario is in nothing that a run leaves behind: these files are attached to tickets.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
  - { view: traffic, each: { status: 999, requestHeaders: { $absent: true }, body: { $absent: true } } }
  - { view: entra.provisioning-logs, count: 999 }
`

test('no artefact of a run holds a token', async () => {
  const file = join(folder, 'canary.yaml')
  writeFileSync(file, SCENARIO)
  const into = (name: string) => join(folder, name)
  const printed = await run(
    ...['run', file, '--json', into('result.json'), '--junit', into('junit.xml')],
    ...['--har', into('har'), '--transcripts', into('transcripts')],
  )
  const artefacts = [...filesBelow(folder).filter((path) => path !== file)]
  expect(artefacts.map((path) => path.replace(/^.*\./, '')).sort()).toEqual(['har', 'json', 'txt', 'xml'])
  const texts = [printed, ...artefacts.map((path) => readFileSync(path, 'utf8'))]
  // The wrong token is refused and the right one works, so both were on the wire.
  expect(texts.join('\n')).toMatch(/401/)
  expect(texts.join('\n')).toMatch(/201/)
  for (const text of texts) {
    expect(text).not.toContain('canary-wrong-token-0001')
    expect(text).not.toMatch(/Bearer [\w.~+/-]{16,}/)
  }
}, 60_000)

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
