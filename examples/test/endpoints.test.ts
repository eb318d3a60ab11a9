// The endpoints in other languages: the same table, and each of their faults.
import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rfcTable } from './rfc-table.ts'
import { TOKEN } from './scim-client.ts'
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

const built = mkdtempSync(join(tmpdir(), 'scimulator-endpoints-'))

function compileJava(): void {
  const folder = join(EXAMPLES, 'endpoints/java')
  const sources = readdirSync(folder).filter((name) => name.endsWith('.java'))
  execFileSync('javac', ['-encoding', 'UTF-8', '-Xlint:all', '-Werror', '-d', built, ...sources], { cwd: folder })
}

const goServer = join(built, process.platform === 'win32' ? 'server.exe' : 'server')

function compileGo(): void {
  execFileSync('go', ['build', '-o', goServer, '.'], { cwd: join(EXAMPLES, 'endpoints/go') })
}

afterAll(() => rmSync(built, { recursive: true }))

interface Endpoint {
  /** Says that the language is on this machine. */
  readonly asks: readonly [string, ...string[]]
  readonly command: string
  readonly args: readonly string[]
  prepare(): void
}

const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  python: {
    asks: ['python3', '--version'],
    command: 'python3',
    args: ['endpoints/python/server.py'],
    prepare: () => undefined,
  },
  java: { asks: ['javac', '--version'], command: 'java', args: ['-cp', built, 'Server'], prepare: compileJava },
  go: { asks: ['go', 'version'], command: goServer, args: [], prepare: compileGo },
}

/** What this machine has; the gate's machine has all of them. */
function isHere({ asks: [command, ...args] }: Endpoint): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** The installed command where the gate has packed and installed it, the clone's otherwise. */
const BIN = process.env.SCIMULATOR_BIN ?? join(EXAMPLES, '../packages/scimulator/bin/scimulator.js')

function scimulator(...args: readonly string[]): Promise<{ readonly code: unknown; readonly printed: string }> {
  const env = { ...process.env, TOKEN, NO_COLOR: '1' }
  return new Promise((resolve) => {
    execFile(process.execPath, [BIN, ...args], { cwd: EXAMPLES, env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : error.code, printed: stdout + stderr }),
    )
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = Object(server.address())
      server.close(() => resolve(port))
    })
  })
}

const here = Object.entries(ENDPOINTS).filter(([, endpoint]) => isHere(endpoint))
console.log(`Endpoints in other languages: ${here.length} of ${Object.keys(ENDPOINTS).length}, what is on this machine`)

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

  test('scimulator test starts it, finds nothing, and stops it', async () => {
    const url = `http://127.0.0.1:${await freePort()}/scim/v2`
    const start = [command, ...args, '--port', new URL(url).port, '--token', TOKEN].map((word) => `"${word}"`).join(' ')
    const { code, printed } = await scimulator('test', url, '--token-env', 'TOKEN', '--start', start)
    expect([code, printed.match(/ works$/gm)?.length], printed).toEqual([0, 5])
    await expect(fetch(url)).rejects.toThrow('fetch failed')
  })

  test('an unknown fault is refused by name', async () => {
    await expect(serve(command, args, ['put-merge'])).rejects.toThrow('There is no fault put-merge')
  })
})
