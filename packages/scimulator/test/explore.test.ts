// The guide "Explore your endpoint": what is found is a scenario file, which fails where it was found and passes where that is mended.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createReceiver } from '@scimulator/receiver'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCommand } from './command.ts'

const folder = mkdtempSync(join(tmpdir(), 'scimulator-explore-'))
const receiver = createReceiver({ profile: 'rfc', sources: [{ token: 'secret' }] })
let target = ''

beforeAll(async () => {
  target = `${(await receiver.listen({ port: 0 })).url}/scim/v2`
})
afterAll(async () => {
  await receiver.close()
  rmSync(folder, { recursive: true })
})

const scimulator = (...args: readonly string[]) => startCommand(args, { cwd: folder, env: { TOKEN: 'secret' } }).ended

const GUIDE = readFileSync(join(import.meta.dirname, '../../../docs/guides/explore.md'), 'utf8')
/** The commands of the guide, without the word that is common to all. */
const commands = Array.from(GUIDE.matchAll(/^(?:TOKEN=… )?scimulator (.*)$/gm), ([, line = '']) => line.split(' '))

test('the guide has four commands', () => {
  expect(commands).toHaveLength(4)
})

test('a fault is found, written, and gone from its file once it is mended', async () => {
  const [, explore = [], run = []] = commands
  const { code, out } = await scimulator(...explore)
  expect(code).toBe(1)
  expect(out).toMatch(/^One of them ends in another directory. Its shortest form has [1-8] acts:$/m)
  expect(out).toMatch(/^What explains it: string-false-is-true: /m)
  expect((await scimulator(...run, '--brief')).code).toBe(1)
  const file = join(folder, 'found.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^ +deviations:.*\n/m, ''))
  expect((await scimulator(...run, '--brief')).code).toBe(0)
}, 240_000)

test('an endpoint that is right is left as it was, and nothing is found there', async () => {
  const before = await people()
  const args = (commands[3] ?? []).map((one) => (one.startsWith('http:') ? target : one))
  const { code, out, err } = await scimulator(...args, '--histories', '3')
  expect([code, err]).toEqual([0, ''])
  expect(out).toContain('Nothing was found')
  expect(await people()).toBe(before)
}, 240_000)

test.each([
  [['--idp', 'okta'], '--idp'],
  [['--acts', 'many'], '--acts takes a whole number from 1 on, not "many".'],
  [['--deviation', 'nonsense'], 'nonsense'],
  [['--deviation', 'no-soft-delete', '--target', 'http://127.0.0.1:9/scim'], '--deviation is for our own receiver'],
])(
  '%j ends with 2 and says why',
  async (args, message) => {
    const { code, err } = await scimulator('explore', ...args)
    expect(err).toContain(message)
    expect(code).toBe(2)
  },
  60_000,
)

async function people(): Promise<string> {
  const answer = await fetch(`${target}/Users`, { headers: { authorization: 'Bearer secret' } })
  return answer.text()
}
