import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSeededIds } from '@scimulator/shared/runtime'
import { afterEach, expect, test } from 'vitest'
import { artefactName, writeArtefacts } from '../src/report/artefacts.ts'
import { exitCodeOf, RunResult, summarise } from '../src/report/result.ts'
import { scenarioTree, summaryText } from '../src/report/tree.ts'
import { runText } from './run-text.ts'

const folders: string[] = []

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'scimulator-report-'))
  folders.push(folder)
  return folder
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

const TEXT = `
steps:
  - note: "1.1 Enable <the> configuration"
  - receiver.add-source: { kind: Entra ID }
    save: source
    note: "Steps 1 to 6"
  - idp.configure: { url: '\${source.url}', token: '\${source.token}' }
  - idp.load-company:
      company: { name: C, domain: c.test, people: [{ key: ana, displayName: Ana, email: ana@c.test }] }
  - idp.push-user: { user: ana@c.test }
expect:
  - view: lark.members
    proves: [B04, D01]
    include: { ana@c.test: { name: Anna, email: ana@c.test }, bo@c.test: {} }
    absent: [ana@c.test]
  - { view: traffic, count: { max: 0 } }
  - { view: lark.members, count: 1, note: "one member" }
`

const noTime = (text: string): string => text.replace(/\d+\.\d+ s/g, '0 s')

test('a failed expectation shows who, which attribute, both values, and the line', async () => {
  const { result } = await runText(TEXT)
  expect(noTime(scenarioTree(result))).toMatchInlineSnapshot(`
    "✗ x.yaml: A test  5 steps, 1 request, 0 s
      · 1.1 Enable <the> configuration
      ✓ receiver.add-source { kind: Entra ID }
          Steps 1 to 6
      ✓ idp.configure { url: "\${source.url}", token: "\${source.token}" }
      ✓ idp.load-company { company: C with 1 people }
      ✓ idp.push-user { user: ana@c.test }  1 request
      ✗ expect lark.members  [B04, D01]
          x.yaml:14:5 lark.members
          ana@c.test is not as expected (x.yaml:16)
            name
              - expected "Anna"
              + actual   "Ana"
          bo@c.test does not exist (nearest: ana@c.test) (x.yaml:16)
          ana@c.test exists, although it is expected to be absent (x.yaml:17)
      ✗ expect traffic
          x.yaml:18:5 traffic
          0 expected, 1 found: 1 (x.yaml:18)
      ✓ expect one member"
  `)
  expect(noTime(summaryText(summarise([result], 'receiver', 0)))).toMatchInlineSnapshot(`
    "Not passed:
      x.yaml: A test

    1 scenario: 1 failed
    3 expectations: 2 failed, 1 passed
    1 request in 0 s
    failed"
  `)
})

test('no secret reaches any artefact', async () => {
  const outcome = await runText(TEXT.replace('name: Anna', 'token: wrong'))
  const secret = createSeededIds(1, 'lark').token('token')
  const run = summarise([outcome.result], 'receiver', 5)
  const folder = temporaryFolder()
  const paths = { json: 'r.json', junit: 'r.xml', transcripts: 't', har: 'h' }
  const below = Object.fromEntries(Object.entries(paths).map(([key, path]) => [key, join(folder, path)]))
  writeArtefacts(run, [outcome], below, '0.0.0')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const texts = files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  expect(files.map(({ name }) => name).sort()).toEqual(['r.json', 'r.xml', 'x.har', 'x.txt'])
  for (const text of [...texts, scenarioTree(outcome.result)]) {
    expect(text).not.toContain(secret)
    expect(text.length).toBeGreaterThan(100)
  }
  expect(texts.join('')).toContain('[redacted]')
  expect(RunResult.parse(JSON.parse(readFileSync(join(folder, 'r.json'), 'utf8')))).toEqual(run)
})

test('JUnit has a case per combination and escapes what XML does not carry', async () => {
  const { result } = await runText(TEXT)
  const folder = temporaryFolder()
  writeArtefacts(summarise([result], 'receiver', 0), [], { junit: join(folder, 'r.xml') }, '0.0.0')
  const xml = readFileSync(join(folder, 'r.xml'), 'utf8')
  expect(xml).toContain('<testsuite name="x.yaml" tests="1" failures="1" errors="0"')
  expect(xml).toContain('expected &quot;Anna&quot;')
  expect(xml).toContain(
    'message="ana@c.test is not as expected; name: expected &quot;Anna&quot;, found &quot;Ana&quot;"',
  )
})

test.each([
  ['scenarios/entra/help-page.yaml', 'dialect=legacy', 'entra/help-page.dialect-legacy'],
  ['../elsewhere/a.yml', '', 'elsewhere/a'],
])('%s with %s is written as %s', (file, combination, name) => {
  expect(artefactName({ file, combination })).toBe(name)
})

test.each([
  ['passed', 0],
  ['failed', 1],
  ['unproven', 1],
  ['rejected', 2],
  ['error', 3],
] as const)('a scenario that is %s gives exit code %i', async (outcome, code) => {
  const { result } = await runText('steps:\n  - advance: 1m\n')
  expect(exitCodeOf(summarise([{ ...result, outcome }], 'receiver', 0))).toBe(code)
})

test('a run that was stopped has not passed, and what had failed until then is still said', async () => {
  const { result } = await runText('steps:\n  - advance: 1m\n')
  const stopped = (outcome: 'passed' | 'failed') =>
    summarise([{ ...result, outcome }], 'receiver', 0, { isInterrupted: true })
  expect(stopped('passed')).toMatchObject({ outcome: 'interrupted' })
  expect(exitCodeOf(stopped('passed'))).toBe(2)
  expect(stopped('failed')).toMatchObject({ outcome: 'failed' })
})
