// The command as people start it: in the gate the installed one, so that the pages in the package are looked at.
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { sampleOf } from '../../../../scripts/gate/sample.ts'
import { startCommand } from '../command.ts'
import { chromiumPath, testChromium } from './chromium.ts'
import { consolePage } from './console-page.ts'

const isHere = chromiumPath() !== undefined || process.env.SCIMULATOR_BROWSER === 'required'
const folder = mkdtempSync(join(tmpdir(), 'scimulator-up-'))
const running: ChildProcess[] = []
let browser: Browser

beforeAll(async () => {
  if (isHere) browser = await testChromium()
})
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

function up(...args: readonly string[]) {
  const started = startCommand(['up', '--port', '0', ...args], { cwd: folder })
  running.push(started.child)
  return started
}

function addressIn(line: string): string {
  const [, url = ''] = /Consoles at (\S+) /.exec(line) ?? []
  if (url === '') throw new Error(`No address in: ${line}`)
  return url
}

/** Ten thousand and fifty after those that there are. @returns how many there were */
function manyMore(traffic: string): number {
  const lines = readdirSync(traffic).flatMap((name) =>
    readFileSync(join(traffic, name), 'utf8').split('\n').filter(Boolean),
  )
  const more = Array.from({ length: 10_050 }, (_, n) => lines[0]?.replace(/"seq":\d+/, `"seq":${20_000 + n}`))
  writeFileSync(join(traffic, '20000.jsonl'), `${more.join('\n')}\n`)
  return lines.length
}

describe.runIf(isHere)('scimulator up', () => {
  test('--demo has people, and shows their way to the application', async () => {
    const { child, firstLine, ended } = up('--demo')
    const { page, noise, close } = await consolePage(browser, addressIn(await firstLine))
    await expect.poll(() => page.getByText('48 people in its directory').count(), { timeout: 10_000 }).toBe(3)
    await page.getByRole('button', { name: 'Connect Entra ID' }).click()
    await page.getByRole('link', { name: 'Watch the wire' }).click()
    await page.getByText('48 active members').waitFor()
    expect(noise).toEqual([])
    await close()
    child.kill('SIGTERM')
    expect(await ended).toMatchObject({ code: 143, err: '' })
  })

  // Elsewhere the endpoint is in this process: one commit in eight starts another.
  test.runIf(sampleOf('endpoints in another process', 8, 1).includes(0))(
    '--target is another process, which dies, is told as gone, and goes on when it is back',
    async () => {
      const data = join(folder, 'endpoint')
      const endpoint = (port: string) => {
        const flags = ['--profile', 'rfc', '--port', port, '--token', 'secret', '--data', data]
        const started = startCommand(['receiver', 'up', ...flags], { cwd: folder })
        running.push(started.child)
        return started
      }
      const first = endpoint('0')
      const [url = ''] = /http:\/\/\S+\/scim\S*v2/.exec(await first.firstLine) ?? []
      const world = startCommand(
        ['up', '--port', '0', '--demo', '--people', '3', '--target', url, '--token-env', 'ENDPOINT_TOKEN'],
        { cwd: folder, env: { ...process.env, ENDPOINT_TOKEN: 'secret' } },
      )
      running.push(world.child)
      const address = addressIn(await world.firstLine)
      const { page, close } = await consolePage(browser, address)
      await page.getByRole('button', { name: 'Connect Entra ID' }).click()
      await page.getByRole('link', { name: 'Watch the wire' }).click()
      const own = page.getByRole('region', { name: 'Your endpoint' })
      await own.getByRole('link', { name: '3 users' }).waitFor()
      first.child.kill('SIGKILL')
      await first.ended
      await page.getByRole('button', { name: 'Leave' }).click()
      await page.getByRole('button', { name: 'Sync now' }).click()
      await page
        .getByText(/ no connection/)
        .first()
        .waitFor()
      await own.getByRole('button', { name: 'Is it there?' }).click()
      await own.getByText(/^It does not answer: /).waitFor()
      await endpoint(new URL(url).port).firstLine
      await own.getByRole('button', { name: 'Is it there?' }).click()
      await own.getByText(/^It answered 200 after/).waitFor()
      await page.getByRole('button', { name: 'Sync now' }).click()
      // Seen by reads before and after.
      await own.getByText('active: true → false').waitFor()
      await close()
      world.child.kill('SIGTERM')
      expect((await world.ended).code).toBe(143)
    },
  )

  test('--data is empty at first and has everything after a restart', async () => {
    const data = join(folder, 'world')
    const first = up('--data', data)
    const url = addressIn(await first.firstLine)
    const act = (verb: string, input: object) =>
      fetch(`${url}/_scimulator/${verb}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(input),
      })
    await act('entra/verbs/create-user', { userPrincipalName: 'ana@contoso.example', displayName: 'Ana' })
    await act('world/verbs/take-snapshot', { name: 'with Ana only' })
    await act('entra/verbs/create-user', { userPrincipalName: 'bo@contoso.example', displayName: 'Bo' })
    await act('world/verbs/set-up', { provider: 'entra' })
    const [created] = Object(
      await (await fetch(`${url}/_scimulator/world/views/traffic?sort=-seq&limit=1`)).json(),
    ).items
    first.child.kill('SIGTERM')
    expect((await first.ended).code).toBe(143)
    const before = manyMore(join(data, 'traffic'))
    const again = up('--data', data)
    const address = addressIn(await again.firstLine)
    const { page, close } = await consolePage(browser, `${address}/wire?group=none`)
    await page.getByText('10000 exchanges', { exact: true }).waitFor()
    await page.getByText(`${before + 50} older ones are on disk`).waitFor()
    await page.getByRole('button', { name: 'Earlier ones' }).click()
    await page.getByText(`${before + 50 + 10_000} exchanges`, { exact: true }).waitFor()
    await expect.poll(() => page.getByText('on disk').count()).toBe(0)
    // One of the first process is opened by its number.
    await page.goto(`${address}/wire?open=${created.key}`)
    await page.getByRole('complementary', { name: 'Details' }).getByText(created.value.url).waitFor()
    await page.goto(`${address}/entra/users`)
    await page.getByRole('row', { name: /^Ana ana@contoso\.example/ }).waitFor()
    await page.getByText('2 entries').waitFor()
    await page.getByRole('button', { name: 'Snapshots' }).click()
    await page.getByRole('menuitem', { name: /^Back to with Ana only/ }).click()
    await page.getByText('1 entry').waitFor()
    await close()
  })
})
