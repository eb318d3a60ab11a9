// The command as people start it: in the gate the installed one, so that the pages in the package are looked at.
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startCommand } from '../command.ts'
import { chromiumPath, launchChromium } from './chromium.ts'
import { consolePage } from './console-page.ts'

const isHere = chromiumPath() !== undefined || process.env.SCIMULATOR_BROWSER === 'required'
const folder = mkdtempSync(join(tmpdir(), 'scimulator-up-'))
const running: ChildProcess[] = []
let browser: Browser

beforeAll(async () => {
  if (isHere) browser = await launchChromium()
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

describe.runIf(isHere)('scimulator up', () => {
  test('--demo has people, and shows their way to the application', async () => {
    const { child, firstLine, ended } = up('--demo')
    const { page, noise, close } = await consolePage(browser, addressIn(await firstLine))
    await expect.poll(() => page.getByText('48 people in its directory').count(), { timeout: 10_000 }).toBe(2)
    await page.getByRole('button', { name: 'Connect Entra ID' }).click()
    await page.getByRole('link', { name: 'Watch the wire' }).click()
    await page.getByText('48 active members').waitFor()
    expect(noise).toEqual([])
    await close()
    child.kill('SIGTERM')
    expect(await ended).toMatchObject({ code: 143, err: '' })
  })

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
    first.child.kill('SIGTERM')
    expect((await first.ended).code).toBe(143)
    const again = up('--data', data)
    const { page, close } = await consolePage(browser, `${addressIn(await again.firstLine)}/entra/users`)
    await page.getByRole('row', { name: /^Ana ana@contoso\.example/ }).waitFor()
    await page.getByText('2 entries').waitFor()
    await page.getByRole('button', { name: 'Snapshots' }).click()
    await page.getByRole('menuitem', { name: /^Back to with Ana only/ }).click()
    await page.getByText('1 entry').waitFor()
    await close()
  })
})
