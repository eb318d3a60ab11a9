// What a scenario or a company calls itself becomes a path in no folder that is written: not beside it, not above it.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { PROGRAMS } from '@scimulator/harness/programs'
import type { Command } from 'commander'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createProgram } from '../src/cli/program.ts'
import { scimulator } from './in-process.ts'

vi.setConfig({ testTimeout: 60_000 })

const home = mkdtempSync(join(tmpdir(), 'scimulator-paths-'))
afterAll(() => rmSync(home, { recursive: true }))

/** Folders into which a command writes files whose names it makes itself, and what the names are made of. */
const FOLDERS: Readonly<Record<string, string>> = {
  'run --transcripts': 'names of files and variants: below',
  'run --har': 'names of files and variants: below',
  'run --ledger': 'a number and the time: runs at a target of others have no name',
  'explore --corpus': 'a hash of the history',
  'explore --ledger': 'as of run',
  'schema --out': 'a name for each schema that there is',
  'replay --ledger': 'as of run',
  'clean --ledger': 'as of run',
  'up --data': 'numbers: journals, snapshots, traffic',
  ...Object.fromEntries(PROGRAMS.map(({ name }) => [`${name} up --data`, 'as of up'])),
  'entra up --tls-dir': 'two names that are fixed',
  'okta up --tls-dir': 'as of entra up',
}

test('every option that names a folder is known here, with what its files are called', () => {
  expect(foldersOf(createProgram()).sort()).toEqual(Object.keys(FOLDERS).sort())
})

const NAMES = ['../../evil', '..\\..\\evil', '/etc/evil', 'C:\\evil', 'a/../../../evil', 'evil\u0000.txt', 'CON', '.']

const scenario = (name: string) => `scenario: ${JSON.stringify(name)}
description: A name that would be a path.
matrix: { people: [${JSON.stringify(name)}, other] }
steps:
  - entra.load-company:
      company:
        name: ${JSON.stringify(name)}
        domain: contoso.example
        people: [{ key: a, displayName: "\${matrix.people}", email: p@contoso.example }]
        groups: [{ name: ${JSON.stringify(name)}, members: [a] }]
expect:
  - { view: entra.users, count: 1 }
`

let before: readonly string[] = []
const inside = join(home, 'one', 'two', 'three')
beforeAll(() => {
  mkdirSync(inside, { recursive: true })
  for (const [number, name] of NAMES.entries()) writeFileSync(join(inside, `s${number}.yaml`), scenario(name))
  before = filesBelow(home)
})

test('names that climb, of scenarios, variants, companies, people and groups, leave nothing outside of the folders', async () => {
  const into = (name: string): string => join(inside, name)
  const { code, out, err } = await scimulator(
    ...['run', inside, '--transcripts', into('transcripts'), '--har', into('har')],
    ...['--json', into('result.json'), '--junit', into('junit.xml'), '--html', into('page.html')],
  )
  expect(err).not.toContain('    at ')
  const written = filesBelow(home).filter((path) => !before.includes(path))
  const outside = written.filter((path) => !path.startsWith(join('one', 'two', 'three')))
  expect([code, outside], out).toEqual([0, []])
  expect(written.filter((path) => path.endsWith('.har'))).toHaveLength(2 * NAMES.length)
  expect(written.filter((path) => path.endsWith('.txt'))).toHaveLength(2 * NAMES.length)
})

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()
}

function foldersOf(command: Command, of: readonly string[] = []): string[] {
  const own = command.options
    .filter(({ flags }) => flags.includes('<folder>'))
    .map(({ long }) => `${of.join(' ')} ${long}`)
  return [...own, ...command.commands.flatMap((one) => foldersOf(one, [...of, one.name()]))]
}
