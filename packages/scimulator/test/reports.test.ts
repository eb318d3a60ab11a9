// What `run` says by default, what it repeats, what it lists, and what machines are told.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RunResult } from '@scimulator/harness/report'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { scimulator } from './in-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'scimulator-reports-'))
const home = process.cwd()

beforeAll(() => process.chdir(folder))

afterEach(() => {
  delete process.env.GITHUB_ACTIONS
  delete process.env.GITHUB_STEP_SUMMARY
})

afterAll(() => {
  process.chdir(home)
  rmSync(folder, { recursive: true })
})

const HEAD = '# yaml-language-server: $schema=scenario.schema.json\n'

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), `${HEAD}${text}`)
  return name
}

const good = (tags: string) => `scenario: Good
description: D
${tags}matrix: { name: [Ana, Bo] }
steps:
  - lark.add-member: { name: "\${matrix.name}", email: ana@c.test }
expect:
  - { view: lark.members, exactly: [ana@c.test] }
`

/** Entra ID disables somebody, the receiver answers 200 and keeps them active. */
const LEAVER = `scenario: A leaver
description: Who is disabled in Entra ID must be inactive at the receiver.
tags: [slow]
given: { receiver: { profile: rfc, deviations: [string-false-is-true] } }
steps:
  - receiver.add-source: { kind: Entra ID, activate: true }
    save: source
  - entra.load-company:
      company:
        { name: C, domain: c.test, people: [
          { key: ana, displayName: Ana, email: ana@c.test },
          { key: bo, displayName: Bo, email: bo@c.test } ] }
  - entra.create-app: { name: App }
  - entra.use-mapping-preset: { preset: default }
  - entra.set-settings: { scope: Sync all users and groups }
  - entra.set-credentials: { tenantUrl: "\${source.url}", secretToken: "\${source.token}" }
  - entra.start: {}
  - entra.block-user: { user: ana@c.test }
  - advance: 40m
expect:
  - { view: directory.users, include: { ana@c.test: { active: false } }, exactly: [ana@c.test] }
`

describe('run', { timeout: 60_000 }, () => {
  test('says a line a file, and of what failed everything: who, the request that did it although it was answered well, and why', async () => {
    const { code, out } = await scimulator('run', write('good.yaml', good('')), write('leaver.yaml', LEAVER))
    expect(code).toBe(1)
    const lines = out
      .replace(/\d+\.\d+ s/g, '0 s')
      .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
      .split('\n')
    expect(lines.slice(0, 2)).toEqual([
      '✓ good.yaml: Good [2 combinations]  1 step, 0 s',
      expect.stringMatching(/^✗ leaver\.yaml: A leaver {2}9 steps/),
    ])
    for (const line of [
      '"False" as text is taken for true [string-false-is-true]',
      '    Who is disabled in Entra ID must be inactive at the receiver.',
      '        ana@c.test is not as expected (leaver.yaml:22)',
      '        bo@c.test exists, and is not expected (leaver.yaml:22)',
      '            answered 200, the resource',
    ])
      expect(lines).toContain(line)
    expect(out).toMatch(/by #\d+ PATCH \S+\/Users\/\S+ \[{"op":"Replace","path":"active","value":"False"}\]/)
    expect(out).not.toContain('receiver.add-source')
    expect(out).not.toContain('\u001B[')
  })

  test('--verbose shows every step', async () => {
    const { out } = await scimulator('run', write('good.yaml', good('')), '--verbose')
    expect(out).toContain('  ✓ lark.add-member { name: ')
    expect(out).toContain('  ✓ expect lark.members')
  })

  test('runs with one cause stand together, under it', async () => {
    const { out } = await scimulator('run', write('leaver.yaml', LEAVER), write('again.yaml', LEAVER))
    expect(out.split('2 runs did not pass for one reason')).toHaveLength(2)
    expect(out.match(/\[string-false-is-true\]/g)).toHaveLength(1)
    // That Bo is there and not expected is no fault of it.
    expect(out.match(/for another reason: bo@c\.test$/gm)).toHaveLength(2)
  })

  test('--failed repeats what did not pass, and says when there is nothing', async () => {
    write('good.yaml', good(''))
    const broken = write(
      'broken.yaml',
      good('').replace('exactly: [ana@c.test]', 'exactly: { ana@c.test: { name: Bo } }'),
    )
    await scimulator('run', 'good.yaml', broken)
    const repeated = await scimulator('run', '--failed')
    expect(repeated.out).toContain('1 scenario: 1 failed')
    expect(repeated.out).toContain('broken.yaml: Good [name=Ana]')
    write('broken.yaml', good(''))
    expect((await scimulator('run', '--failed')).out).toContain('1 scenario: 1 passed')
    expect(await scimulator('run', '--failed')).toMatchObject({ code: 0, out: 'Everything passed in the last run.\n' })
  })

  test('--failed in a folder where nothing has run ends with 2', async () => {
    rmSync(join(folder, '.scimulator'), { recursive: true, force: true })
    const { code, err } = await scimulator('run', '--failed')
    expect([code, err]).toEqual([2, expect.stringContaining('.scimulator/last-run.json knows of none')])
  })

  test('--tags, --list and --fail-fast choose', async () => {
    write('good.yaml', good('tags: [smoke]\n'))
    write('leaver.yaml', LEAVER)
    const listed = await scimulator('run', 'good.yaml', 'leaver.yaml', '--list')
    expect(listed.out).toBe(
      'good.yaml: Good  [smoke]  2 combinations\nleaver.yaml: A leaver  [slow]\n2 files, 3 runs\n',
    )
    expect((await scimulator('run', 'good.yaml', 'leaver.yaml', '--tags', 'smoke,!slow')).out).toContain('2 passed')
    expect(await scimulator('run', 'good.yaml', '--tags', 'none')).toMatchObject({ code: 2 })
    write('a-leaver.yaml', LEAVER)
    expect((await scimulator('run', 'a-leaver.yaml', 'good.yaml', '--fail-fast')).out).toContain('1 scenario: 1 failed')
  })

  test('TAP is all of standard output', async () => {
    const { out, code } = await scimulator(
      'run',
      write('good.yaml', good('')),
      write('leaver.yaml', LEAVER),
      '--reporter',
      'tap',
    )
    expect(code).toBe(1)
    expect(out).toMatch(
      /^TAP version 14\n1\.\.3\nok 1 - good.yaml: Good \[name=Ana\]\nok 2 - .*\nnot ok 3 - leaver.yaml/,
    )
    expect(out).toContain('(string-false-is-true): ana@c.test is not as expected; active: expected false, found true')
  })

  test('inside GitHub Actions failures are annotated at their place, and the job has a summary', async () => {
    process.env.GITHUB_ACTIONS = 'true'
    process.env.GITHUB_STEP_SUMMARY = join(folder, 'summary.md')
    const { out } = await scimulator('run', write('leaver.yaml', LEAVER))
    expect(out).toMatch(/^::stop-commands::[\w-]+\n/)
    expect(out).toMatch(/\n::error file=leaver\.yaml,line=22,title=leaver\.yaml%3A A leaver::"False" as text/)
    const summary = readFileSync(join(folder, 'summary.md'), 'utf8')
    expect(summary).toContain('## Scenarios: 1 of 1 did not pass')
    delete process.env.GITHUB_ACTIONS
    expect((await scimulator('run', 'leaver.yaml', '--reporter', 'screen')).out).not.toContain('::')
  })

  test('the JSON result holds the recording of what failed, of all with --record, and shows itself again', async () => {
    write('good.yaml', good(''))
    write('leaver.yaml', LEAVER)
    const recorded = (args: readonly string[]) => async () => {
      await scimulator('run', 'good.yaml', 'leaver.yaml', '--json', 'r.json', ...args)
      const run = RunResult.parse(JSON.parse(readFileSync(join(folder, 'r.json'), 'utf8')))
      return run.scenarios.map(({ recording }) => recording !== undefined)
    }
    expect(await recorded([])()).toEqual([false, false, true])
    const shown = await scimulator('report', 'show', 'r.json')
    expect(shown.out).toContain('ana@c.test is not as expected (leaver.yaml:22)')
    expect(await scimulator('report', 'show', 'r.json', '--html', 'r.html')).toMatchObject({ code: 0, out: '' })
    expect(readFileSync(join(folder, 'r.html'), 'utf8')).toContain('1 of 3 scenarios did not pass')
    expect(await recorded(['--record', '--html', 's.html'])()).toEqual([true, true, true])
  })

  test('report merge makes one page of several results', async () => {
    await scimulator('run', write('leaver.yaml', LEAVER), '--json', 'a.json')
    await scimulator('run', write('good.yaml', good('')), '--json', 'b.json')
    expect(await scimulator('report', 'merge', 'a.json', 'b.json', '--html', 'all.html')).toMatchObject({ code: 1 })
    expect(readFileSync(join(folder, 'all.html'), 'utf8')).toContain('1 of 3 scenarios did not pass')
  })

  test.each([
    ['nowhere.json', 'cannot be read'],
    ['good.yaml', 'cannot be read'],
  ])('report show %s ends with 2', async (file, message) => {
    write('good.yaml', good(''))
    const { code, err } = await scimulator('report', 'show', file)
    expect([code, err]).toEqual([2, expect.stringContaining(message)])
  })
})
