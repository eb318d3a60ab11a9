// The guide "Scenarios", followed as it is written: its files are written where it says, and its commands are given.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scimulator } from './in-process.ts'

const GUIDE = readFileSync(join(import.meta.dirname, '../../../docs/guides/scenarios.md'), 'utf8')
const home = process.cwd()
const folder = mkdtempSync(join(tmpdir(), 'scimulator-guide-'))

/** The blocks of YAML below a heading. */
function blocksOf(heading: string): readonly string[] {
  const [, section = ''] = GUIDE.split(`\n## ${heading}\n`)
  const [own = ''] = section.split('\n## ')
  return [...own.matchAll(/```yaml\n(.*?)```/gs)].map(([, text = '']) => text)
}

/** The guide's scenario with other steps before its last ones. */
function scenarioWith(...steps: readonly string[]): string {
  const [scenario = ''] = blocksOf('Write one')
  return scenario.replace(
    '  - advance: 40m\n',
    `${steps.map((step) => step.replace(/^(?=.)/gm, '  ')).join('')}  - advance: 40m\n`,
  )
}

beforeAll(async () => {
  process.chdir(folder)
  // The company of the guide, as the commands of the guide bring it along.
  expect((await scimulator('copy', 'entra/help-page')).code).toBe(0)
  mkdirSync('scenarios/mine/fragments', { recursive: true })
}, 120_000)
afterAll(() => {
  process.chdir(home)
  rmSync(folder, { recursive: true })
})

async function passes(name: string, text: string): Promise<void> {
  const path = `scenarios/mine/${name}.yaml`
  writeFileSync(path, text)
  const lint = await scimulator('lint', path)
  expect(lint.code, lint.err).toBe(0)
  const run = await scimulator('run', path)
  expect(run.code, run.out).toBe(0)
}

test('the scenario of "Write one" passes lint, runs, and is described and looked at', async () => {
  await passes('promotion', blocksOf('Write one')[0] ?? '')
  const { out } = await scimulator('describe', 'scenarios/mine/promotion.yaml')
  expect(out).toContain('A promotion reaches Lark')
  const look = await scimulator('look', 'scenarios/mine/promotion.yaml', '--at', '7', 'lark.members')
  expect(look.code, look.err).toBe(0)
  expect(JSON.parse(look.out)).toHaveProperty(['tom@contoso.example'])
}, 60_000)

test('so it does with the steps of "Move time" and "Say it once", and the fragment where the guide has it', async () => {
  const [, fragment = ''] = blocksOf('Say it once')
  writeFileSync('scenarios/mine/fragments/arrives.yaml', fragment)
  const bring = '- include: { fragment: arrives, with: { user: cy@contoso.example } }\n'
  const holds = '{ view: directory.users, include: { tom@contoso.example: { active: true } } }'
  await passes(
    'once',
    scenarioWith(
      bring,
      '- repeat: { times: 3, steps: [{ advance: 40m }] }\n',
      `- until: { holds: ${holds}, within: 2d }\n`,
    ),
  )
}, 60_000)

test('and with the steps of "Break the wire"', async () => {
  const [fault = '', meanwhile = '', restart = ''] = blocksOf('Break the wire')
  expect(meanwhile).toContain('lark.refresh-token')
  await passes(
    'faults',
    scenarioWith(
      fault,
      '- include: { fragment: arrives, with: { user: dora@contoso.example } }\n',
      restart.replace('skip: 3, ', ''),
    ),
  )
}, 60_000)
