// `npm test` and `npm run typecheck` pass only when every task has passed: turbo itself ends with 0 when a signal stops it.
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Outcome, outcomeOf, type Summary, takeSummary } from '../../../scripts/turbo/summary.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const SCRIPT = join(ROOT, 'scripts/turbo/turbo.ts')
const summary = (values: Partial<Summary>): Summary => {
  return { startTime: 0, attempted: 9, success: 9, cached: 0, failed: 0, ...values }
}

test.each<[string, number | null, Summary | undefined, Outcome]>([
  ['all have passed', 0, summary({}), { exitCode: 0 }],
  ['some were passed before', 0, summary({ success: 4, cached: 5 }), { exitCode: 0 }],
  ['one has failed', 2, summary({ success: 8, failed: 1 }), { exitCode: 2 }],
  ['it was killed', null, undefined, { exitCode: 1 }],
  [
    'it was stopped, and says 0',
    0,
    summary({ success: 3, cached: 1 }),
    { exitCode: 1, message: 'turbo was stopped when 4 of 9 tasks had passed. Run it again.' },
  ],
  [
    'it says 0 and nothing else',
    0,
    undefined,
    { exitCode: 1, message: 'turbo ended with 0 and left no summary in .turbo/runs: nothing is proven.' },
  ],
])('%s', (_, code, said, expected) => {
  expect(outcomeOf(code, said)).toEqual(expected)
})

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scimulator-turbo-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('the summary is that of this run, whatever others have written beside it', () => {
  const files = { old: summary({ startTime: 10 }), ours: summary({ startTime: 21 }), later: summary({ startTime: 30 }) }
  for (const [name, execution] of Object.entries(files))
    writeFileSync(join(folder, `${name}.json`), JSON.stringify({ execution }))
  writeFileSync(join(folder, 'half.json'), '{"execution":{"start')
  expect(takeSummary(folder, 20)).toEqual(files.ours)
  expect(readdirSync(folder).sort()).toEqual(['half.json', 'later.json', 'old.json'])
  expect(takeSummary(join(folder, 'nowhere'), 20)).toBeUndefined()
})

/** A workspace whose one task goes on until its file `done` is there. */
function makeWorkspace(): void {
  mkdirSync(join(folder, 'packages/a'), { recursive: true })
  const waits = "setInterval(()=>{if(require('fs').existsSync('done'))process.exit(0)},50);console.log('BEGUN')"
  const files = {
    'package.json': { name: 'w', private: true, packageManager: 'npm@11.19.1', workspaces: ['packages/*'] },
    'package-lock.json': { name: 'w', lockfileVersion: 3, requires: true, packages: {} },
    'turbo.json': { tasks: { test: {} } },
    'packages/a/package.json': { name: 'a', version: '1.0.0', scripts: { test: `node -e "${waits}"` } },
  }
  for (const [path, content] of Object.entries(files)) writeFileSync(join(folder, path), JSON.stringify(content))
}

/** @param meanwhile is called with the id of turbo's process when the task has begun */
async function runTurbo(meanwhile: (turbo: number) => void): Promise<{ code: number | null; err: string }> {
  const PATH = `${join(ROOT, 'node_modules/.bin')}${delimiter}${dirname(process.execPath)}${delimiter}${process.env.PATH}`
  const tsx = import.meta.resolve('tsx')
  const child = spawn(process.execPath, ['--import', tsx, SCRIPT, 'run', 'test'], {
    cwd: folder,
    env: { ...process.env, PATH, FORCE_COLOR: undefined, NODE_OPTIONS: undefined },
  })
  let [out, err] = ['', '']
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  child.stdout.on('data', (chunk) => {
    const hadBegun = out.includes('\na:test: BEGUN')
    out += chunk
    if (!hadBegun && out.includes('\na:test: BEGUN')) meanwhile(turboBelow(child.pid))
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, err })))
}

/** tsx has a child of its own there. */
function turboBelow(parent: number | undefined): number {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n')
  const isTurbo = new RegExp(`^\\s*\\d+\\s+${parent}\\s.*/turbo run `)
  return Number.parseInt(rows.find((row) => isTurbo.test(row)) ?? '', 10)
}

// Windows has no signal that could stop a program.
if (process.platform !== 'win32') {
  test('a turbo that is stopped by a signal is no pass', async () => {
    makeWorkspace()
    const { code, err } = await runTurbo((turbo) => process.kill(turbo, 'SIGTERM'))
    expect(err).toContain('turbo was stopped when 0 of 1 tasks had passed. Run it again.')
    expect(code).toBe(1)
  })

  test('one that is left alone is', async () => {
    makeWorkspace()
    const { code, err } = await runTurbo(() => writeFileSync(join(folder, 'packages/a/done'), ''))
    expect(err).not.toContain('turbo was stopped')
    expect(code).toBe(0)
    expect(readdirSync(join(folder, '.turbo/runs'))).toEqual([])
  })
}
