// The guide to Okta's API: its commands are run as they stand there, with ports of their own, and its script prints what it says.
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { blocksOf } from '../../../scripts/screens/blocks.ts'
import { type Started, startCommand } from './command.ts'

const ROOT = join(import.meta.dirname, '../../..')
const run = promisify(execFile)
const blocks = blocksOf(readFileSync(join(ROOT, 'docs/guides/okta-api.md'), 'utf8'))

const textOf = (language: string): string => blocks.find((block) => block.language === language)?.text ?? ''
const commands = blocks
  .filter(({ language }) => language === 'sh')
  .flatMap(({ text }) => text.trim().split('\n'))
  .map((line) => line.split(' ').slice(2))

const started: Started[] = []
let [okta, receiver] = ['', '']

/** The addresses of the guide are those of this test. */
function own(args: readonly string[]): readonly string[] {
  return args.map((one) => one.replace('http://127.0.0.1:8440', okta).replace('http://127.0.0.1:8421', receiver))
}

/** @returns where it listens */
async function up(args: readonly string[]): Promise<string> {
  const one = startCommand(args.map((word) => (/^84\d\d$/.test(word) ? '0' : word)))
  started.push(one)
  return / at (http:\/\/[\d.:]+)/.exec(await one.firstLine)?.[1] ?? ''
}

beforeAll(async () => {
  const [organization = [], endpoint = []] = commands
  okta = await up(organization)
  receiver = await up(endpoint)
}, 60_000)

afterAll(async () => {
  for (const { child, ended } of started) {
    child.kill('SIGTERM')
    await ended
  }
})

test('the script of the guide prints what the guide says, and the endpoint has the people', async () => {
  let said = ''
  for (const args of commands.slice(2)) {
    const { code, out, err } = await startCommand(own(args)).ended
    expect([args.join(' '), code, err]).toEqual([args.join(' '), 0, ''])
    said = out
  }
  const { apiToken } = JSON.parse(said)
  const env = { ...process.env, OKTA_CLIENT_ORGURL: okta, OKTA_CLIENT_TOKEN: apiToken }
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', textOf('js')], { cwd: ROOT, env })
  expect(stdout).toBe(textOf('text'))
  const headers = { authorization: 'Bearer secret' }
  const { Resources } = Object(await (await fetch(`${receiver}/scim/v2/Users`, { headers })).json())
  const states = Resources.map(({ userName, active }: Record<string, unknown>) => [userName, active])
  expect(states.sort()).toEqual([
    ['ana@example.com', true],
    ['bo@example.com', false],
    ['cy@example.com', true],
  ])
}, 60_000)

test('over https it answers a client that trusts its certificate', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'scimulator-okta-'))
  const one = startCommand(['okta', 'up', '--port', '0', '--https-port', '0', '--tls-dir', folder])
  started.push(one)
  let printed = ''
  one.child.stdout?.on('data', (chunk) => {
    printed += chunk
  })
  const http = / at (http:\/\/[\d.:]+) \(in memory\); Ctrl-C stops it$/.exec(await one.firstLine)?.[1] ?? ''
  await expect.poll(() => printed).toMatch(/^https at /m)
  const [, https = '', path = ''] = /^https at (\S+); trust it with NODE_EXTRA_CA_CERTS=(\S+)$/m.exec(printed) ?? []
  const { apiToken } = JSON.parse((await startCommand(['call', 'okta.create-api-token', '--at', http]).ended).out)
  const script = "new okta.Client().userApi.getUser({ userId: 'nobody' }).catch(({ status }) => console.log(status))"
  const asked = `import okta from '@okta/okta-sdk-nodejs'; await ${script}`
  const env = { ...process.env, OKTA_CLIENT_ORGURL: https, OKTA_CLIENT_TOKEN: apiToken, NODE_EXTRA_CA_CERTS: path }
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', asked], { cwd: ROOT, env })
  expect([https, stdout]).toEqual([expect.stringMatching(/^https:\/\/localhost:\d+$/), '404\n'])
  rmSync(folder, { recursive: true })
}, 60_000)
