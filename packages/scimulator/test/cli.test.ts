import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { RunResult } from '@scimulator/harness/report'
import { listen } from '@scimulator/shared/http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BIN } from './command.ts'
import { scimulator } from './in-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'scimulator-cli-'))

const home = process.cwd()

beforeAll(() => {
  process.env.TOKEN = 'canary-token-0001'
  process.chdir(folder)
})

afterAll(() => {
  process.chdir(home)
  rmSync(folder, { recursive: true })
})

const HEAD = '# yaml-language-server: $schema=scenario.schema.json\nscenario: S\ndescription: D\n'

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), `${HEAD}${text}`)
  return name
}

describe('scimulator', { timeout: 60_000 }, () => {
  test('is a command of its own, which answers without loading the programs', async () => {
    const out = await promisify(execFile)(process.execPath, [BIN, '--version'], { cwd: home })
    expect(out.stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  test('a reader that stops reading is no fault', async () => {
    const shell = `"${process.execPath}" "${BIN}" --help | head -n 1; echo "\${PIPESTATUS[0]}"`
    const { stdout, stderr } = await promisify(execFile)('bash', ['-c', shell], { cwd: home })
    expect([stdout.trim().split('\n').pop(), stderr]).toEqual(['0', ''])
  })

  test('shows commands and examples', async () => {
    const { code, out } = await scimulator('--help')
    expect(code).toBe(0)
    for (const word of ['run', 'lint', 'schema', 'receiver', 'entra', 'jumpcloud', 'doctor', 'Examples:'])
      expect(out).toContain(word)
  })

  test('shows its version', async () => {
    expect((await scimulator('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  test('suggests a command for a misspelt one, and ends with 2', async () => {
    const { code, err } = await scimulator('rnu', 'x')
    expect(code).toBe(2)
    expect(err).toContain('Did you mean run?')
  })

  test('a run that passes ends with 0 and writes a result', async () => {
    const file = write(
      'good.yaml',
      'steps:\n  - lark.add-member: { name: Ana, email: ana@c.test }\nexpect:\n  - { view: lark.members, exactly: { ana@c.test: { name: Ana } } }\n',
    )
    const { code, out } = await scimulator(
      'run',
      file,
      '--json',
      'out/r.json',
      '--junit',
      'out/r.xml',
      '--transcripts',
      'out',
      '--har',
      'out',
    )
    expect(out).toContain('1 scenario: 1 passed')
    expect(code).toBe(0)
    expect(RunResult.parse(JSON.parse(readFileSync(join(folder, 'out/r.json'), 'utf8'))).outcome).toBe('passed')
    expect(readFileSync(join(folder, 'out/r.xml'), 'utf8')).toContain('<testcase')
    expect(JSON.parse(readFileSync(join(folder, 'out/good.har'), 'utf8'))).toMatchObject({ log: { version: '1.2' } })
  })

  test('an expectation that fails ends with 1 and names file, line, person and attribute', async () => {
    const file = write(
      'bad.yaml',
      'steps:\n  - lark.add-member: { name: Ana, email: ana@c.test }\nexpect:\n  - { view: lark.members, include: { ana@c.test: { name: Anna } } }\n',
    )
    const { code, out } = await scimulator('run', file)
    expect(code).toBe(1)
    expect(out).toContain('ana@c.test is not as expected (bad.yaml:7)')
    expect(out).toMatch(/name\n +- expected "Anna"\n +\+ actual {3}"Ana"/)
  })

  test('a file that does not load ends with 2; the others still run', async () => {
    write('wrong.yaml', 'steps:\n  - lark.add-membr: { name: Ana }\n')
    const { code, out } = await scimulator('run', 'wrong.yaml', 'good.yaml')
    expect(code).toBe(2)
    expect(out).toContain('wrong.yaml:5:5: There is no verb "lark.add-membr".')
    expect(out).toContain('2 scenarios: 1 passed, 1 rejected')
  })

  test('lint says what is wrong without running anything', async () => {
    writeFileSync(join(folder, 'unbound.yaml'), 'scenario: S\ndescription: D\nsteps:\n  - advance: soon\n')
    const { code, err, out } = await scimulator('lint', 'unbound.yaml')
    expect(code).toBe(1)
    expect(err).toContain('unbound.yaml:1:1: The first line does not bind the file to the schema')
    expect(err).toContain('unbound.yaml:4:14: advance: A duration is written 40m')
    expect(out).toContain('1 file, 2 problems')
  })

  test('words of earlier versions are read, noted by lint, and rewritten by lint --fix', async () => {
    const old =
      'only: lark\nsteps:\n  # The wizard.\n  - lark.add-sync-source: { kind: JumpCloud, memberDeletionRule: delete, activate: true }\n'
    const file = write('old.yaml', `${old}expect:\n  - { view: receiver.sources, count: 1 }\n`)
    expect(await scimulator('run', file)).toMatchObject({ code: 0 })
    const noted = await scimulator('lint', file)
    expect(noted).toMatchObject({ code: 0, out: expect.stringContaining('1 file, 0 problems, 1 old word') })
    expect(noted.err).toContain('old.yaml:7:5: "lark.add-sync-source" is called "receiver.add-source" today')
    const guide = join(folder, 'guide.md')
    writeFileSync(guide, 'With `lark.set-deviations`.\n')
    const fixed = await scimulator('lint', '--fix', file, guide)
    expect(fixed).toMatchObject({ code: 0, err: '' })
    expect(fixed.out).toContain('old.yaml: 1 old word rewritten')
    expect(readFileSync(join(folder, file), 'utf8')).toContain(
      '  # The wizard.\n  - receiver.add-source: { kind: JumpCloud, activate: true, as: { lark: { memberDeletionRule: delete } } }\n',
    )
    expect(readFileSync(guide, 'utf8')).toBe('With `receiver.set-deviations`.\n')
    expect(await scimulator('run', file)).toMatchObject({ code: 0 })
  })

  test.each([
    ['a path that does not exist', ['run', 'nowhere'], 'There is no file or folder "nowhere" here, and no scenario of'],
    ['a name that is misspelt', ['run', 'entra/help-pag'], 'Did you mean "entra/help-page"?'],
    ['a schema into a file that is there', ['schema', '--out', 'good.yaml'], '--out "good.yaml" cannot be written'],
    ['a run of nothing', ['run'], 'Which scenarios? Give files, folders or names'],
    ['a run of all and of some', ['run', '--all', 'good.yaml'], '--all runs what ships inside; leave the paths out.'],
    [
      'a seed that is not a number',
      ['run', 'good.yaml', '--seed', 'x'],
      '--seed takes a whole number from 0 on, not "x"',
    ],
    ['a filter that fits nothing', ['run', 'good.yaml', '--filter', 'zzz'], 'contains "zzz"'],
    [
      'another machine without consent',
      ['run', 'good.yaml', '--target', 'https://scim.example.com'],
      'add --i-own-this-target',
    ],
    [
      'a target on this machine that is not there',
      ['run', 'good.yaml', '--target', 'http://127.0.0.1:1'],
      'Is it running?',
    ],
    ['--token-env without a target', ['run', 'good.yaml', '--token-env', 'TOKEN'], 'there is no --target'],
    [
      'a name without a configuration',
      ['run', 'good.yaml', '--target', 'staging'],
      'there is no scimulator.config.yaml',
    ],
  ])('%s ends with 2', async (_, args, message) => {
    const { code, err } = await scimulator(...args)
    expect(err).toContain(message)
    expect(code).toBe(2)
  })

  test('a port in use ends with 2 and the way out', async () => {
    const taken = await listen((_, response) => response.end())
    const { code, err } = await scimulator('run', 'good.yaml', '--port', String(taken.port))
    await taken.close(0)
    expect(err).toBe(
      `Port ${taken.port} on 127.0.0.1 is in use. Stop what listens there, or choose another port with --port.\n`,
    )
    expect(code).toBe(2)
  })

  test('a target that answers HTML ends with 2 and says what came', async () => {
    const page = await listen((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in</title>')
    })
    const target = ['--target', page.url, '--token-env', 'TOKEN', '--i-own-this-target']
    const { code, err } = await scimulator('run', 'good.yaml', ...target)
    await page.close(0)
    expect(err).toContain('answered 200 with text/html, which is not a SCIM ListResponse: "<!doctype html>')
    expect(err).not.toContain('canary-token-0001')
    expect(code).toBe(2)
  })
})
