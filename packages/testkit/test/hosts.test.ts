// Whoever hosts programs takes each of the list as it is: worlds of scenarios, and `scimulator up`.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runScenario, scenarioTree, vocabularyOf } from '@scimulator/harness'
import { listen } from '@scimulator/shared/http'
import type { ProgramEntry } from '@scimulator/shared/program'
import { describe, expect, test, vi } from 'vitest'
import { loadScenario } from '../../harness/src/scenario/load-scenario.ts'
import { createProgram } from '../../scimulator/src/cli/program.ts'
import { programUp } from '../../scimulator/src/cli/program-up-command.ts'
import { upPrograms } from '../../scimulator/src/cli/up/open-programs.ts'
import { setupOf } from '../src/fill.ts'
import { TESTED_PROGRAMS } from '../src/tested-programs.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const programs = await Promise.all(TESTED_PROGRAMS.map(({ load }) => load()))

test('a list names each program as it names itself', () => {
  expect(TESTED_PROGRAMS.map(({ name }) => name)).toEqual(programs.map(({ name }) => name))
})

test('the words of each are in the scenario language', async () => {
  const { verbs } = await vocabularyOf(programs)
  for (const { name, verb } of TESTED_PROGRAMS.map((one) => ({ name: one.name, verb: one.creates('dee').verb })))
    expect([...verbs.keys()].some((word) => word.startsWith(`${name}.`) || word.endsWith(`.${verb}`))).toBe(true)
})

test.each(TESTED_PROGRAMS.flatMap(({ scenario }) => scenario ?? []))(
  '%s runs, with a program that does not ship',
  async (path) => {
    const [root, file] = [dirname(path), basename(path)]
    const scenario = loadScenario(file, { vocabulary: await vocabularyOf(programs), root })
    const [outcome] = await runScenario(scenario, { kinds: programs, root })
    expect(outcome?.result.outcome, outcome && scenarioTree(outcome.result)).toBe('passed')
  },
)

describe('scimulator up', () => {
  const kinds = upPrograms(programs, {
    data: undefined,
    receiverUrl: 'http://localhost',
    onStopped: fail,
    onFault: fail,
  })

  test.each(kinds)('hosts $name', async ({ name, open }) => {
    const descriptor = programs.find((one) => one.name === name)
    const hosted = await open(setupOf(descriptor ?? missing(name)))
    expect(hosted.control.name).toBe(name)
    expect(hosted.control.views.size).toBeGreaterThan(1)
    await hosted.close()
  })
})

describe('a command of its own', () => {
  const commands = createProgram(TESTED_PROGRAMS).commands

  test.each(TESTED_PROGRAMS)('$name up is there once, as the list says', ({ name, about, port }) => {
    const [own, ...more] = commands.filter((command) => command.name() === name)
    const up = own?.commands.find((command) => command.name() === 'up')
    expect([more, own?.description(), up?.opts()]).toEqual([[], about, expect.objectContaining({ port })])
  })

  test('no two listen at one port', () => {
    expect(new Set(TESTED_PROGRAMS.map(({ port }) => port)).size).toBe(TESTED_PROGRAMS.length)
  })

  test.each(TESTED_PROGRAMS.filter(({ scenario }) => scenario))(
    '$name serves until it is told to stop',
    async (entry) => {
      const { url, serving } = await servedBy(entry)
      const answer = await fetch(`${url}/_scimulator/views/users`)
      expect([answer.status, await answer.json()]).toMatchObject([200, { items: [], total: 0 }])
      process.emit('SIGTERM', 'SIGTERM')
      expect(await serving).toBe(143)
      await expect(fetch(`${url}/_scimulator/views/users`)).rejects.toThrow('fetch failed')
    },
  )

  test.each(TESTED_PROGRAMS.filter(({ up }) => up))('$name up has the options that its program names', (entry) => {
    const { options = [], without = [] } = entry.up ?? missing(entry.name)
    const own = commands.find((command) => command.name() === entry.name)
    const shown = own?.commands.find((command) => command.name() === 'up')
    const flags = shown?.options.map(({ flags }) => flags)
    expect(flags).toEqual(expect.arrayContaining(options.map(({ flags }) => flags)))
    expect(flags).toContain('--port <number>')
    expect(shown?.options.map((option) => option.attributeName())).not.toContain(without[0] ?? 'none')
  })

  test.each([
    [{}, 'application/scim+json'],
    [{ bodiesAs: 'application/json' }, 'application/json'],
  ])('with %j the sample sends %s', async (own, sent) => {
    const [entry = missing('a sample')] = TESTED_PROGRAMS.filter(({ scenario }) => scenario)
    const asked = vi.fn<(type: string | undefined) => void>()
    const target = await listen(({ headers }, response) => {
      asked(headers['content-type'])
      response.writeHead(500).end()
    })
    const { url, serving } = await servedBy(entry, own)
    const act = (verb: string, input: object) =>
      fetch(`${url}/_scimulator/verbs/${verb}`, {
        ...{ method: 'POST', body: JSON.stringify(input), headers: { 'content-type': 'application/json' } },
      })
    await act('connect', { url: target.url, token: 'secret' })
    await act('create-user', { userName: 'ana@example.com', displayName: 'Ana' })
    await act('assign', { user: 'ana@example.com' })
    process.emit('SIGTERM', 'SIGTERM')
    expect([await serving, asked.mock.calls]).toEqual([143, [[sent]]])
    await target.close()
  })

  test.each([
    [{ bodiesAs: 'text/plain' }, '--bodies-as is "text/plain". Allowed: application/scim+json, application/json.'],
    [{ profile: 'other' }, '--profile is "other", and The sample has no profiles.'],
    [{ switch: ['mediaType=text/plain'] }, 'Switch "mediaType" cannot be "text/plain".'],
    [{ allowTarget: ['scim'] }, '--allow-target is "scim"'],
  ])('%j is refused before anything is served', async (options, message) => {
    const [entry = missing('a sample')] = TESTED_PROGRAMS.filter(({ scenario }) => scenario)
    await expect(programUp(entry, { ...UP, ...options })).rejects.toThrow(message)
  })

  test('a profile that a program does not have is answered with those that there are', async () => {
    const entry = TESTED_PROGRAMS.find(({ name }) => name === 'jumpcloud') ?? missing('jumpcloud')
    await expect(programUp(entry, { ...UP, profile: 'put' })).rejects.toThrow(/jumpcloud-default.*jumpcloud-put-groups/)
  })
})

test('outside its folder, one line knows the sample: that of the list', () => {
  const [folder = ''] = readdirSync(join(import.meta.dirname, '..')).filter((name) => name.startsWith('sample-'))
  const lines = filesBelow(ROOT).flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line) =>
        line.includes(folder) ? [`${relative(ROOT, path).replaceAll('\\', '/')}: ${line.trim()}`] : [],
      ),
  )
  expect(lines).toEqual([`packages/testkit/src/tested-programs.ts: import { sample } from '../${folder}/tested.ts'`])
})

const UP = { port: 0, host: '127.0.0.1', clock: 'virtual', allowTarget: [], switch: [], seed: 1 } as const

/** The address is that of the first line. */
async function servedBy(entry: ProgramEntry, own: object = {}) {
  const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const serving = programUp(entry, { ...UP, ...own })
  await vi.waitFor(() => expect(said).toHaveBeenCalled())
  const [[line]] = said.mock.calls as [[string]]
  said.mockRestore()
  const [url] = /http:\/\/\S+/.exec(line) ?? []
  return { url, serving }
}

const SKIPPED = new Set(['node_modules', 'dist', '.turbo', 'coverage', '.git', '.scimulator'])

/** Everything that is written by hand, but the folder itself. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return SKIPPED.has(entry.name) || /^sample-/.test(entry.name) ? [] : filesBelow(path)
    return /\.(tsx?|mjs|json|ya?ml|sh|md)$/.test(entry.name) && entry.name !== 'package-lock.json' ? [path] : []
  })
}

function fail(reason: unknown): never {
  throw reason
}

function missing(name: string): never {
  throw new Error(`${name} is in no list`)
}
