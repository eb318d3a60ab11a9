// The guide to Okta's provisioning, followed as it stands there, with ports of its own: each command ends well and prints what the guide
// says, and the recorder shows the requests that it says, no more and no fewer.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Block, blocksOf } from '../../../scripts/screens/blocks.ts'
import { BIN, type Started, startCommand } from './command.ts'

const ROOT = join(import.meta.dirname, '../../..')
const [start, functions, ...blocks] = blocksOf(readFileSync(join(ROOT, 'docs/guides/okta-provisioning.md'), 'utf8'))
const folder = mkdtempSync(join(tmpdir(), 'scimulator-okta-guide-'))
const started: Started[] = []
/** Where what the guide starts listens here, by its address there. */
const addresses = new Map<string, string>()
let onWire = ''

const own = (text: string): string => [...addresses].reduce((all, [theirs, here]) => all.replaceAll(theirs, here), text)

beforeAll(async () => {
  for (const line of start?.text.trim().split('\n') ?? []) {
    const words = own(line.replace(/\s+#.*$/, ''))
      .split(' ')
      .slice(2)
    const port = words[words.indexOf('--port') + 1]
    const one = startCommand(
      words.map((word) => (word === port ? '0' : word)),
      { cwd: folder },
    )
    started.push(one)
    if (words[0] === 'record')
      one.child.stdout?.on('data', (chunk) => {
        onWire += chunk
      })
    const here = / at (http:\/\/127\.0\.0\.1:\d+)/.exec((await one.firstLine).replace(/^Recording \S+/, ''))?.[1]
    addresses.set(`http://127.0.0.1:${port}`, here ?? '')
  }
}, 60_000)

afterAll(async () => {
  for (const { child, ended } of started) {
    child.kill('SIGTERM')
    await ended
  }
  rmSync(folder, { recursive: true })
})

async function typed({ text }: Block): Promise<string> {
  const lines = `${functions?.text}${text}`.replaceAll('npx scimulator', `"${process.execPath}" "${BIN}"`)
  const shell = spawn('bash', ['-c', `set -e -o pipefail\n${own(lines)}`], { cwd: folder })
  let [out, err] = ['', '']
  shell.stdout.on('data', (chunk) => {
    out += chunk
  })
  shell.stderr.on('data', (chunk) => {
    err += chunk
  })
  const [code] = await once(shell, 'close')
  expect([text, code, err]).toEqual([text, 0, ''])
  return out
}

/** Requests, without how long they took and the ids that the endpoint has made up. */
function requestsIn(text: string): readonly string[] {
  const lines = text.split('\n').filter((line) => /^ +\d+ {2}/.test(line))
  return lines.map((line) =>
    line
      .replace(/\d+ ms/, 'ms')
      .replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, 'id')
      .replaceAll(/ +/g, ' '),
  )
}

test('each command prints what the guide says, and Okta sends what it says', async () => {
  const told: string[] = []
  for (const [at, block] of blocks.entries()) {
    const { language, text } = block
    const before = blocks[at - 1]
    if (language === 'sh' && blocks[at + 1]?.language !== 'text') await typed(block)
    // What an act sends is sent behind it; looking changes nothing, so that it is looked until that is done.
    if (language === 'text') await expect.poll(() => before && typed(before), { timeout: 20_000 }).toBe(text)
    if (language !== 'log') continue
    told.push(...requestsIn(text))
    await expect.poll(() => requestsIn(onWire), { timeout: 20_000 }).toEqual(told)
  }
  expect(requestsIn(onWire)).toEqual(told)
  expect(told.length).toBeGreaterThan(20)
}, 180_000)
