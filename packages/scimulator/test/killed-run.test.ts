// People are as they were after a run, after one that was killed at a random moment, and after the cleaning that follows.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleOf } from '../../../scripts/gate/sample.ts'
import { startCommand } from './command.ts'
import { KILLED_PROCESSES, killAtRandom } from './kill-at-random.ts'
import { type PeopledTarget, startPeopledTarget } from './peopled-target.ts'

const folder = mkdtempSync(join(tmpdir(), 'scimulator-killed-'))
let target: PeopledTarget
let before: string

beforeAll(async () => {
  target = await startPeopledTarget()
  before = await target.state()
}, 60_000)

afterAll(async () => {
  await target.close()
  rmSync(folder, { recursive: true })
})

const LONG = { timeout: 120_000 }
function start(...args: readonly string[]) {
  const reach = ['--target', target.url, '--token-env', 'TOKEN']
  return startCommand([...args, ...reach], { cwd: folder, env: { TOKEN: target.token } })
}

test('after a run', LONG, async () => {
  const { code } = await start('run', 'entra/help-page', 'jumpcloud/help-page', 'entra/group-goes').ended
  expect(code).not.toBe(3)
  expect(await target.state()).toBe(before)
})

test.each(sampleOf('killed processes', KILLED_PROCESSES, 3))(
  'after a run that was killed at a random request, once it is cleaned (seed %i)',
  LONG,
  async (seed) => {
    const { what, problems } = await killAtRandom(seed, target)
    expect(problems, what).toEqual([])
  },
)

test('without a ledger what is left is known by its name, and by its age', LONG, async () => {
  await leaveSomething()
  expect((await start('clean', '--yes').ended).out).toBe(`Nothing of Scimulator is at ${target.url}.\n`)
  const asked = await start('clean', '--age', '0').ended
  expect(asked).toMatchObject({ code: 1, err: expect.stringContaining('Add --yes') })
  expect(asked.out).toMatch(/user scimulator-[0-9a-z]{8}-\S+ \(id \S+, by its name\)/)
  expect(await start('clean', '--age', '0', '--yes').ended).toMatchObject({ code: 0 })
  expect(await target.state()).toBe(before)
  expect(await start('clean', '--age', '0', '--yes').ended).toMatchObject({ code: 0 })
})

/** A run dies while people of it are there; some of the moments at which they are counted are those before it deletes them. */
async function leaveSomething(): Promise<void> {
  for (let attempt = 0; (await target.state()) === before; attempt += 1) {
    expect(attempt, 'runs that left nothing').toBeLessThan(10)
    const { child, firstLine, ended } = start('run', 'entra', '--ledger', join(folder, 'elsewhere'))
    await firstLine
    // What finds out what the endpoint does is made and deleted at once: more of the run's names are a scenario's.
    while (((await target.state()).match(/"userName": "scimulator-/g)?.length ?? 0) < 2) await sleep(5)
    child.kill('SIGKILL')
    await ended
  }
}

test('clean says what it needs', async () => {
  const none = await startCommand(['clean'], { cwd: folder }).ended
  expect(none).toMatchObject({ code: 2, err: expect.stringContaining('clean needs --target URL') })
  expect(await start('clean', '--age', 'soon').ended).toMatchObject({ code: 2 })
})

test('--plan says what would be made, and sends no write', LONG, async () => {
  const { code, out, err } = await start('run', 'entra/help-page', '--plan', '--run-id', 'aoxy0001').ended
  expect(code, err).toBe(0)
  expect(out).toMatch(
    /there are 25 users and 4 groups\. The run aoxy0001 would create there:\n {2}\d+ users, at most \d+ at a time\n {4}scimulator-aoxy\w{4}-\S+@example.com/,
  )
  expect(out).toMatch(/\d+ {2}POST \/Users\n/)
  expect(out).toContain('invitations')
  expect(await target.state()).toBe(before)
  const lonely = await startCommand(['run', 'entra/help-page', '--plan'], { cwd: folder }).ended
  expect(lonely).toMatchObject({ code: 2, err: expect.stringContaining('--plan needs --target') })
})
