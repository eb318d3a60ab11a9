// Files that people keep: a scenario with its company, results, a baseline, a ledger, a configuration.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createLedgerFile } from '../../packages/harness/src/target/ledger-file.ts'
import { createReceiver } from '../../packages/receiver/src/index.ts'
import { runCli } from '../../packages/scimulator/src/cli/program.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export async function writePapers(folder: string): Promise<void> {
  mkdirSync(join(folder, 'fixtures'), { recursive: true })
  writeFileSync(join(folder, 'scenario.yaml'), SCENARIO)
  const company = readFileSync(join(ROOT, 'scenarios/fixtures/contoso.yaml'), 'utf8')
  writeFileSync(join(folder, 'fixtures/contoso.yaml'), company)
  writeFileSync(join(folder, 'scimulator.config.yaml'), CONFIG)
  await writeResults(folder)
  await writeLedger(join(folder, 'ledgers'))
}

async function writeResults(folder: string): Promise<void> {
  const receiver = createReceiver({
    profile: 'rfc',
    sources: [{ token: 'secret' }],
    deviations: ['integer-ids', 'first-page-only'],
  })
  const { url, close } = await receiver.listen({ port: 0 })
  process.env.TOKEN = 'secret'
  const home = process.cwd()
  process.chdir(folder)
  await runCli(['run', 'scenario.yaml', '--brief', '--json', 'run-result.json'])
  const files = ['--json', 'test-result.json', '--write-baseline', 'baseline.json']
  await runCli(['test', `${url}/scim/v2`, '--token-env', 'TOKEN', '--settle', '0', ...files])
  process.chdir(home)
  rmSync(join(folder, '.scimulator'), { recursive: true, force: true })
  process.exitCode = 0
  await close()
  await receiver.close()
}

async function writeLedger(folder: string): Promise<void> {
  const run = 'k3v9q2ab'
  const file = await createLedgerFile(folder, run)
  const url = 'http://127.0.0.1:9/scim/v2'
  await file.append({ event: 'run', version: 1, run, url, at: '2026-01-05T08:00:00.000Z', pid: 999_999 })
  await file.append({ event: 'posting', seq: 1, kind: 'Users', name: `scimulator-${run}-ana@contoso.example` })
  await file.append({ event: 'made', seq: 1, kind: 'Users', id: '17' })
  await file.append({ event: 'posting', seq: 2, kind: 'Users', name: `scimulator-${run}-ben@contoso.example` })
  await file.append({ event: 'made', seq: 2, kind: 'Users', id: '18' })
  await file.append({ event: 'gone', kind: 'Users', id: '18' })
  await file.append({ event: 'posting', seq: 3, kind: 'Groups', name: `scimulator-${run}-team` })
  await file.append({ event: 'refused', seq: 3 })
  await file.close()
}

const CONFIG = `# yaml-language-server: $schema=https://example.com/config.schema.json
targets:
  staging:
    url: http://127.0.0.1:9/scim/v2
    tokenEnv: SCIM_TOKEN
    headers: { X-Tenant: staging }
    timeout: 30s
`

const SCENARIO = `scenario: What this version writes, every later one reads
description: >-
  A person is provisioned by Entra ID in both dialects, changes and is blocked; the file uses what the language has.
seed: 7
given:
  start: 2026-03-02T08:00:00Z
  receiver: { profile: rfc }
  entra: { switches: { parallelism: 1 } }
matrix:
  dialect:
    - { name: optscim, query: "?aadOptscim062020" }
    - { name: legacy, query: "" }
steps:
  - receiver.add-source: { kind: Entra ID, activate: true }
    save: source
    note: the first source
  - entra.load-company: { company: { file: fixtures/contoso.yaml } }
  - entra.create-app: { name: App }
  - entra.set-credentials: { tenantUrl: "\${source.url}\${matrix.dialect.query}", secretToken: "\${source.token}" }
  - entra.assign: { group: Sales }
  - entra.start: {}
  - advance: 40m
  - entra.update-user: { user: tom@contoso.example, set: { jobTitle: Director } }
  - advance: { toNext: true }
  - expect:
      - view: directory.users
        include: { tom@contoso.example: { title: Director, active: true } }
  - entra.unassign: { user: nobody@contoso.example }
    fails: { message: nobody }
  - entra.block-user: { user: tom@contoso.example }
  - advance: 40m
expect:
  - view: directory.users
    where: { active: false }
    count: 1
    include: { tom@contoso.example: { active: false } }
`
