// `scimulator watch`: what a change concerns runs again, soon, and nothing else.
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunResult } from '@scimulator/harness/report'
import { shippedPrograms } from '@scimulator/harness/world'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { concernedBy } from '../src/watch/concerned.ts'
import { watchScenarios } from '../src/watch/watch-scenarios.ts'

const home = process.cwd()
const all = mkdtempSync(join(tmpdir(), 'scimulator-watch-'))
let count = 0

beforeEach(() => {
  count += 1
  mkdirSync(join(all, String(count)))
  process.chdir(join(all, String(count)))
})
afterEach(() => process.chdir(home))
afterAll(() => rmSync(all, { recursive: true }))

const HEAD = '# yaml-language-server: $schema=scenario.schema.json\nscenario: S\ndescription: D\nsteps:\n'
const ADD = `${HEAD}  - lark.add-member: { name: Ana, email: ana@c.test }\n`
const anaIs = (name: string): string =>
  `${ADD}expect:\n  - { view: lark.members, include: { ana@c.test: { name: ${name} } } }\n`
const bringing = (fragment: string): string =>
  `${HEAD}  - include: ${fragment}\nexpect:\n  - { view: lark.members, count: 1 }\n`
const FRAGMENT = 'fragment: F\nsteps:\n  - lark.add-member: { name: Ana, email: ana@c.test }\n'
const COMPANY = 'name: C\ndomain: c.test\npeople: [{ key: ana, displayName: Ana, email: ana@c.test }]\n'
const COMPANY_USER = `${HEAD}  - entra.load-company: { company: { file: fixtures/c.yaml } }\nexpect:\n  - { view: entra.users, count: 1 }\n`

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 40))

/** Each time that it has become quiet: what has run, with its outcome, and what does not pass of all. */
interface Turn {
  readonly ran: readonly string[]
  readonly failed: readonly string[]
  readonly problem?: string
  readonly tookMs: number
}

async function watching(paths: readonly string[], steps: (turn: (act?: () => void) => Promise<Turn>) => Promise<void>) {
  const stopped = new AbortController()
  let ran: string[] = []
  let startedAt = 0
  let tell: (turn: Turn) => void = () => {}
  const told = (rest: Pick<Turn, 'failed' | 'problem'>): void => {
    tell({ ran, ...rest, tookMs: performance.now() - startedAt })
    ran = []
  }
  const first = new Promise<Turn>((resolve) => (tell = resolve))
  const kinds = await shippedPrograms()
  const ended = watchScenarios(paths, {
    signal: stopped.signal,
    pause,
    run: { kinds },
    onRan: ({ scenarios }: RunResult) => ran.push(...scenarios.map(({ file, outcome }) => `${file} ${outcome}`)),
    onProblem: (problem) => told({ failed: [], problem }),
    onQuiet: (_, failed) => told({ failed }),
  })
  try {
    await first
    await steps((act) => {
      const turn = new Promise<Turn>((resolve) => (tell = resolve))
      startedAt = performance.now()
      act?.()
      return turn
    })
  } finally {
    stopped.abort()
    await ended
  }
}

test('a change of a file runs that file, one of a fragment or a company those that read it, and nothing else', async () => {
  for (const folder of ['s/fragments', 's/fixtures', 's/below']) mkdirSync(folder, { recursive: true })
  writeFileSync('s/a.yaml', anaIs('Ana'))
  writeFileSync('s/below/b.yaml', bringing('f'))
  writeFileSync('s/c.yaml', COMPANY_USER)
  writeFileSync('s/fragments/f.yaml', FRAGMENT)
  writeFileSync('s/fixtures/c.yaml', COMPANY)
  await watching(['s'], async (turn) => {
    const wrong = await turn(() => writeFileSync('s/a.yaml', anaIs('Eva')))
    expect(wrong).toMatchObject({ ran: ['s/a.yaml failed'], failed: ['s/a.yaml'] })
    const byFragment = await turn(() => writeFileSync('s/fragments/f.yaml', FRAGMENT.replace('Ana', 'Eva')))
    expect(byFragment).toMatchObject({ ran: ['s/below/b.yaml passed'], failed: ['s/a.yaml'] })
    const byCompany = await turn(() => writeFileSync('s/fixtures/c.yaml', `${COMPANY}groups: []\n`))
    expect(byCompany).toMatchObject({ ran: ['s/c.yaml passed'] })
    const right = await turn(() => writeFileSync('s/a.yaml', anaIs('Ana')))
    expect(right).toMatchObject({ ran: ['s/a.yaml passed'], failed: [] })
    // The fastest of what is the same each time says what the command takes; the others say what else the machine does.
    expect(Math.min(...[wrong, byFragment, byCompany, right].map(({ tookMs }) => tookMs))).toBeLessThan(1000)
  })
}, 60_000)

test('a file that is no YAML is told and watched on; one that was missing brings what waited for it back', async () => {
  mkdirSync('s')
  writeFileSync('s/a.yaml', anaIs('Ana'))
  await watching(['s'], async (turn) => {
    expect((await turn(() => writeFileSync('s/a.yaml', `${HEAD}  - "open\n`))).ran).toEqual(['s/a.yaml rejected'])
    expect((await turn(() => writeFileSync('s/a.yaml', bringing('later')))).ran).toEqual(['s/a.yaml rejected'])
    const back = await turn(() => {
      mkdirSync('s/fragments')
      writeFileSync('s/fragments/later.yaml', FRAGMENT)
    })
    expect(back.ran).toEqual(['s/a.yaml passed'])
  })
}, 60_000)

test('new files run, those that go are forgotten, and an editor that renames is followed', async () => {
  mkdirSync('s')
  writeFileSync('s/a.yaml', anaIs('Ana'))
  await watching(['s'], async (turn) => {
    const came = await turn(() => {
      mkdirSync('s/new')
      writeFileSync('s/new/b.yaml', anaIs('Eva'))
    })
    expect(came).toMatchObject({ ran: ['s/new/b.yaml failed'], failed: ['s/new/b.yaml'] })
    const saved = await turn(() => {
      writeFileSync('s/.a.swp', anaIs('Eva'))
      renameSync('s/.a.swp', 's/a.yaml')
    })
    expect(saved).toMatchObject({ ran: ['s/a.yaml failed'], failed: ['s/a.yaml', 's/new/b.yaml'] })
    expect(await turn(() => rmSync('s/new', { recursive: true }))).toMatchObject({ ran: [], failed: ['s/a.yaml'] })
    expect((await turn(() => rmSync('s/a.yaml'))).problem).toContain('holds no scenario')
    expect((await turn(() => writeFileSync('s/a.yaml', anaIs('Ana')))).ran).toEqual(['s/a.yaml passed'])
  })
}, 60_000)

test('there must be a scenario at the beginning', async () => {
  const { signal } = new AbortController()
  await expect(watchScenarios(['nowhere'], { signal, pause, run: { kinds: [] } })).rejects.toThrow('no file or folder')
})

describe('what a change concerns', () => {
  const known = new Map([
    ['a', { reads: new Set(['f']), loads: true }],
    ['b', { reads: new Set<string>(), loads: false }],
  ])
  test.each([
    ['itself', ['a'], ['a'], ['a']],
    ['what it reads', ['f'], ['a'], ['a']],
    ['anything, while it does not load', ['x'], ['a', 'b'], ['b']],
    ['nothing has changed', [], ['a', 'b'], []],
    ['it is new', ['x'], ['a', 'n'], ['n']],
    ['it is gone', ['a'], [], []],
  ])('%s', (_, changed, files, expected) => {
    expect(concernedBy(new Set(changed), files, known)).toEqual(expected)
  })
})
