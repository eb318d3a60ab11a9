// The endpoints in other languages: the same table, and each of their faults.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rfcTable } from './rfc-table.ts'
import { EXAMPLES, type Served, serve } from './serve.ts'
import { shownFaults } from './shown-faults.ts'

/** Faults that do not hide one another run together, since a start takes a second. */
const FAULTS: readonly (readonly string[])[] = [
  [
    'string-false-is-true',
    'patch-without-path-ignored',
    'member-add-replaces',
    'case-sensitive-user-name',
    'duplicates-created',
    'put-merges',
  ],
  ['member-remove-empties-group', 'first-page-only', 'no-soft-delete', 'deleted-still-there'],
]

const classes = mkdtempSync(join(tmpdir(), 'java-endpoint-'))

function compileJava(): void {
  const folder = join(EXAMPLES, 'endpoints/java')
  const sources = readdirSync(folder).filter((name) => name.endsWith('.java'))
  execFileSync('javac', ['-encoding', 'UTF-8', '-Xlint:all', '-Werror', '-d', classes, ...sources], { cwd: folder })
}

afterAll(() => rmSync(classes, { recursive: true }))

interface Endpoint {
  readonly command: string
  readonly args: readonly string[]
  prepare(): void
}

const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  python: { command: 'python3', args: ['endpoints/python/server.py'], prepare: () => undefined },
  java: { command: 'java', args: ['-cp', classes, 'Server'], prepare: compileJava },
}

/** What this machine has; the gate's machine has all of them. */
function isHere(command: string): boolean {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const here = Object.entries(ENDPOINTS).filter(([, { command }]) => isHere(command))

test('at least one of the languages is on this machine', () => {
  expect(here.map(([language]) => language)).not.toEqual([])
})

describe.each(here)('%s', (_language, { command, args, prepare }) => {
  let served: Served

  beforeAll(async () => {
    prepare()
    served = await serve(command, args)
  }, 60_000)

  afterAll(() => served.stop())

  test.each(rfcTable)('%s', (_title, run) => run(served.scim))

  describe.each(FAULTS)('with %s and others', (...faults) => {
    let faulty: Served

    beforeAll(async () => {
      faulty = await serve(command, args, faults)
    }, 60_000)

    afterAll(() => faulty.stop())

    test.each(faults)('%s is there when it is on, and not when it is off', async (fault) => {
      const shows = shownFaults[fault]
      if (!shows) throw new Error(`Nothing shows ${fault}`)
      expect(await shows(served.scim)).toBe(false)
      expect(await shows(faulty.scim)).toBe(true)
    })
  })

  test('an unknown fault is refused by name', async () => {
    await expect(serve(command, args, ['put-merge'])).rejects.toThrow('There is no fault put-merge')
  })
})
