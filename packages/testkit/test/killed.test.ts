// SIGKILL under load, of every program alike: what was acknowledged is there, once. What is one program's own about that, such as links
// and queues, is in the drivers of packages/scimulator/test/crash.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setupOf } from '../src/fill.ts'
import { TESTED_PROGRAMS } from '../src/tested-programs.ts'

const WRITERS = 3
const home = mkdtempSync(join(tmpdir(), 'killed-'))
const acknowledged = new Map<string, string[]>(TESTED_PROGRAMS.map(({ name }) => [name, []]))

beforeAll(async () => {
  const host = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, '../src/host.ts'), home])
  const urls = JSON.parse(await firstLine(host))
  const loads = TESTED_PROGRAMS.flatMap(({ name }) =>
    Array.from({ length: WRITERS }, (_, writer) => write(urls[name], name, writer)),
  )
  await hasAtLeast(5)
  host.kill('SIGKILL')
  await Promise.all([once(host, 'close'), ...loads])
}, 120_000)
afterAll(() => rmSync(home, { recursive: true, force: true }))

describe.each(TESTED_PROGRAMS)('$name', ({ name, load, creates }) => {
  test('what was acknowledged is there after SIGKILL, once, and more can come', async () => {
    const descriptor = await load()
    const { control, close } = await descriptor.open(join(home, name), setupOf(descriptor))
    const next = creates('afterwards')
    const keys = async () => ((await control.views.get(next.view)?.read({})) ?? []).map(({ key }) => key)
    const there = await keys()
    expect(there).toEqual(expect.arrayContaining(acknowledged.get(name) ?? ['nothing was']))
    expect(new Set(there).size).toBe(there.length)
    await control.verbs.get(next.verb)?.run(next.input)
    expect(await keys()).toContain(next.key)
    await close()
  })
})

/** Creates one thing after another, until nobody answers any more. */
async function write(url: string, name: string, writer: number): Promise<void> {
  const creates = TESTED_PROGRAMS.find((one) => one.name === name)?.creates
  for (let count = 0; creates; count += 1) {
    const { verb, input, key } = creates(`n${writer}x${count}`)
    const headers = { 'content-type': 'application/json' }
    const sent = { method: 'POST', headers, body: JSON.stringify(input) }
    const response = await fetch(`${url}/_scimulator/verbs/${verb}`, sent).catch(() => undefined)
    if (!response) return
    expect(response.status, await response.text().catch(() => 'cut off')).toBe(200)
    acknowledged.get(name)?.push(key)
  }
}

async function hasAtLeast(wanted: number): Promise<void> {
  while ([...acknowledged.values()].some(({ length }) => length < wanted)) await delay(5)
}

async function firstLine({ stdout, stderr }: ChildProcess): Promise<string> {
  let said = ''
  stderr?.on('data', (text) => {
    said += text
  })
  for await (const text of stdout ?? []) {
    said += text
    if (said.includes('\n')) return said
  }
  throw new Error(`The host has ended: ${said}`)
}
