// What earlier versions have written, opened by this one: fixtures/compat/VERSION is written once (`npm run compat:write`) and never edited.
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { shippedPrograms } from '@scimulator/harness/programs'
import { createReceiver } from '@scimulator/receiver'
import type { ProgramDescriptor } from '@scimulator/shared/program'
import { createSeededIds, createVirtualSchedule } from '@scimulator/shared/runtime'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filesOf } from '../../../scripts/compat/files-of.ts'
import manifest from '../package.json' with { type: 'json' }
import { scimulator } from './in-process.ts'

const COMPAT = join(import.meta.dirname, '../../../fixtures/compat')
const versions = readdirSync(COMPAT)
const home = process.cwd()
const work = mkdtempSync(join(tmpdir(), 'scimulator-compat-'))

afterAll(() => {
  process.chdir(home)
  rmSync(work, { recursive: true })
})

const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')
const sumsOf = (folder: string): readonly string[] =>
  filesOf(folder).map((path) => `${sha256(join(folder, path))}  ${path}`)

test('this version has left its own', () => {
  expect(versions).toContain(/^\d+\.\d+/.exec(manifest.version)?.[0])
})

const programs = await shippedPrograms()

/** A folder is called by its program, and by its profile where that is not the usual one: `receiver-rfc`. */
const cases = versions.flatMap((version) =>
  readdirSync(join(COMPAT, version, 'data'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const [own = '', profile] = name.split('-')
      return { version, name, own, given: profile === undefined ? {} : { profile } }
    }),
)

/** Programs that are younger than the first version, and the first one that has left a folder of theirs. */
const SINCE: Readonly<Record<string, number>> = { okta: 0.2 }

test.each(versions)('%s has a folder of every program that it had', (version) => {
  const known = cases.filter((one) => one.version === version).map(({ own }) => own)
  const had = programs.filter(({ name }) => (SINCE[name] ?? 0) <= Number(version)).map(({ name }) => name)
  expect(had.length).toBeGreaterThan(2)
  expect([...new Set(known)].sort()).toEqual(had.sort())
})

async function open(program: ProgramDescriptor, folder: string, given: object) {
  return program.open(folder, {
    schedule: createVirtualSchedule(Date.parse('2026-01-05T09:00:00Z')),
    ids: createSeededIds(3, 'compat'),
    send: () => Promise.reject(new Error('Opening a folder sends nothing.')),
    publicUrl: 'http://receiver.scimulator.test',
    options: program.options.parse(given),
  })
}

describe.each(versions)('%s', (version) => {
  test('nobody has edited it', () => {
    const folder = join(COMPAT, version)
    expect(sumsOf(folder)).toEqual(readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n'))
  })
})

describe.each(cases)('$version, the data folder of $name', ({ version, name, own, given }) => {
  const up = [own, 'up', ...Object.entries(given).flatMap(([option, value]) => [`--${option}`, value])]
  const [program] = programs.filter((one) => one.name === own)
  const original = join(COMPAT, version, 'data', name)
  const copy = (to: string): string => {
    const folder = join(work, `${version}-${name}-${to}`)
    cpSync(original, folder, { recursive: true })
    return folder
  }

  test('is sound, opens, and shows what it showed', async () => {
    const folder = copy('opened')
    expect(await scimulator('doctor', folder)).toMatchObject({ code: 0, err: '' })
    const views = JSON.parse(readFileSync(join(COMPAT, version, 'data/views.json'), 'utf8'))[name]
    if (!program) throw new Error(`No program is called ${own}.`)
    const hosted = await open(program, folder, given)
    expect(Object.keys(views)).not.toEqual([])
    for (const [view, keys] of Object.entries(views)) {
      const items = await hosted.control.views.get(view)?.read({})
      expect([view, items?.map(({ key }) => key)]).toEqual([view, keys])
    }
    await hosted.close()
  })

  test.each([
    [
      'of a newer release',
      'shapeVersion',
      /was written in version \d+ of .*; this release knows up to \d+\. Use the release that wrote it/,
    ],
    [
      'in a newer form',
      'version',
      /is of format \d+; this release reads up to format \d+\. Open the folder with the release/,
    ],
  ])('%s is refused with the way out, and not touched', async (_, member, message) => {
    const folder = copy(`newer-${member}`)
    for (const file of filesOf(folder).filter((path) => !path.startsWith('streams/'))) raise(join(folder, file), member)
    const before = sumsOf(folder)
    const { code, err } = await scimulator(...up, '--port', '0', '--data', folder)
    expect([code, err]).toEqual([2, expect.stringMatching(message)])
    expect(sumsOf(folder)).toEqual(before)
    expect((await scimulator('doctor', folder)).err).toMatch(message)
    expect(sumsOf(folder)).toEqual(before)
  })
})

/** Makes the first line of a file that of a release to come. */
function raise(path: string, member: string): void {
  const [first = '', ...lines] = readFileSync(path, 'utf8').split('\n')
  const { crc: _, ...fields } = JSON.parse(first)
  const rest = JSON.stringify({ ...fields, [member]: 99 }).slice(1)
  const head = `{"crc":"${crc32(rest).toString(16).padStart(8, '0')}",${rest}`
  writeFileSync(path, [head, ...lines].join('\n'))
}

describe.each(versions)('%s, the files that people keep', (version) => {
  const folder = join(work, `${version}-files`)
  const raised = (file: string, to: string): string => {
    const text = readFileSync(file, 'utf8').replace(/"version": ?\d+/, '"version":99')
    writeFileSync(to, text)
    return to
  }

  beforeAll(() => {
    cpSync(join(COMPAT, version), folder, { recursive: true })
    process.chdir(folder)
  })

  test('the scenario is read, in today’s words or with a rewrite, and passes', async () => {
    await scimulator('lint', '--fix', 'scenario.yaml')
    const { code, out } = await scimulator('run', 'scenario.yaml', '--brief')
    expect(code, out).toBe(0)
    expect(out).toContain('2 scenarios: 2 passed')
  })

  test('the result of a run is merged; one of a newer version is refused', async () => {
    const merged = await scimulator('report', 'merge', 'run-result.json', '--json', 'merged.json')
    expect(merged).toMatchObject({ code: 0, err: '' })
    const newer = raised('run-result.json', 'newer-result.json')
    const { code, err } = await scimulator('report', 'merge', newer, '--json', 'merged-2.json')
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/result of version 99; this release reads version \d+\. Read it with the release/),
    ])
  })

  test('the result of a test is shown; one of a newer version is refused', async () => {
    const { code, out } = await scimulator('report', 'show', 'test-result.json')
    expect([code, out]).toEqual([0, expect.stringMatching(/\[integer-ids\][\s\S]*\[first-page-only\]/)])
    const newer = await scimulator('report', 'show', raised('test-result.json', 'newer-test-result.json'))
    expect([newer.code, newer.err]).toEqual([
      2,
      expect.stringMatching(/result of version 99; this release reads version \d+/),
    ])
  })

  describe('at the endpoint of then', () => {
    const receiver = createReceiver({ profile: 'rfc', sources: [{ token: 'secret' }], deviations: ['first-page-only'] })
    let url = ''
    beforeAll(async () => {
      url = `${(await receiver.listen({ port: 0 })).url}/scim/v2`
      process.env.COMPAT_TOKEN = 'secret'
    })
    afterAll(() => receiver.close())

    const tested = (...args: readonly string[]) =>
      scimulator('test', url, '--token-env', 'COMPAT_TOKEN', '--finding', 'first-page-only', '--settle', '0', ...args)

    test('the baseline knows its findings; one of a newer version is refused before anything is sent', async () => {
      expect((await tested()).code).toBe(1)
      expect((await tested('--baseline', 'baseline.json')).code).toBe(0)
      const { code, err } = await tested('--baseline', raised('baseline.json', 'newer-baseline.json'))
      expect([code, err]).toEqual([
        2,
        expect.stringMatching(/baseline of version 99; this release reads up to version \d+\. Use the release/),
      ])
    })

    test('the configuration names a target', async () => {
      const config = readFileSync('scimulator.config.yaml', 'utf8').replace(/url: .*/, `url: ${url}`)
      writeFileSync('scimulator.config.yaml', config)
      process.env.SCIM_TOKEN = 'secret'
      const { code, err } = await scimulator('test', 'staging', '--finding', 'integer-ids', '--settle', '0')
      expect([code, err]).toEqual([0, ''])
    })

    test('the ledger says what is to be cleaned; one of a newer version is refused, and nothing is deleted by guesses', async () => {
      const [file = ''] = readdirSync('ledgers')
      const ledger = readFileSync(join('ledgers', file), 'utf8').replace('http://127.0.0.1:9/scim/v2', url)
      writeFileSync(join('ledgers', file), ledger)
      const clean = () => scimulator('clean', '--target', url, '--token-env', 'COMPAT_TOKEN', '--ledger', 'ledgers')
      expect((await clean()).out).toMatch(/user scimulator-\w+-ana@contoso\.example \(id 17, by its ledger\)/)
      raised(join('ledgers', file), join('ledgers', file))
      const before = sumsOf('ledgers')
      const { code, err } = await clean()
      expect([code, err]).toEqual([
        2,
        expect.stringMatching(/ledger of version 99; this release reads up to version \d+\. Clean with the release/),
      ])
      expect(sumsOf('ledgers')).toEqual(before)
    })
  })
})
