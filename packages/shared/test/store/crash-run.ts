/**
 * Kills a program under load again and again, and looks each time at what it has left. Used by the test and by `npm
 * run verify:long`.
 */

import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { openStore } from '../../src/store/index.ts'
import { Ledger } from './ledger.ts'
import { seededRandom } from './seeded-random.ts'

export interface CrashTally {
  kills: number
  steps: number
  torn: number
  killedInCompaction: number
}

/** @param seed decides when each kill comes. @throws Error naming what was lost or claimed, and after which kill. */
export async function crashAgainAndAgain(
  kills: number,
  seed: number,
  onKill = (_tally: CrashTally) => {},
): Promise<CrashTally> {
  const home = await mkdtemp(join(tmpdir(), 'scimulator-crash-'))
  const random = seededRandom(seed)
  const tally = { kills: 0, steps: 0, torn: 0, killedInCompaction: 0 }
  try {
    const program = await bundleChild(home)
    const ledger = new Acknowledged()
    while (tally.kills < kills) {
      const mode = random() < 0.5 ? 'compacting' : 'writing'
      // A file for each run: the kill may also cut off what the program was writing down.
      const acknowledgements = join(home, `acknowledged-${tally.kills}`)
      await runAndKill([program, join(home, 'data'), acknowledgements, mode], random() * 80)
      tally.kills += 1
      tally.killedInCompaction += (await readdir(join(home, 'data'))).includes('snapshot.jsonl.tmp') ? 1 : 0
      await ledger.read(acknowledgements)
      await check(join(home, 'data'), ledger, tally)
      onKill(tally)
    }
    return tally
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

/** One file of plain JavaScript, so that the child starts in a tenth of a second. */
async function bundleChild(home: string): Promise<string> {
  const outfile = join(home, 'child.mjs')
  const entry = fileURLToPath(new URL('./crash-child.ts', import.meta.url))
  await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' })
  return outfile
}

async function runAndKill(command: readonly string[], afterMs: number): Promise<void> {
  const child = spawn(process.execPath, command)
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.on('close', (_code, signal) => resolve(signal)))
  let complaints = ''
  child.stderr.on('data', (text) => {
    complaints += text
  })
  const isReady = await Promise.race([new Promise((resolve) => child.stdout.once('data', () => resolve(true))), ended])
  if (isReady === true) await delay(afterMs)
  child.kill('SIGKILL')
  if ((await ended) !== 'SIGKILL' || complaints !== '') throw new Error(`The program ended by itself: ${complaints}`)
}

/** What the killed programs were told is safe. */
class Acknowledged {
  readonly amounts = new Map<string, number>()
  lastStep = 0
  lastEntry = 0

  async read(path: string): Promise<void> {
    const text = await readFile(path, 'utf8').catch(() => '')
    for (const line of text.split('\n').slice(0, -1)) {
      const [id = '', amount, step, entry] = line.split(' ')
      this.amounts.set(id, Math.max(this.amounts.get(id) ?? 0, Number(amount)))
      this.lastStep = Math.max(this.lastStep, Number(step))
      this.lastEntry = Math.max(this.lastEntry, Number(entry))
    }
  }
}

async function check(folder: string, acknowledged: Acknowledged, tally: CrashTally): Promise<void> {
  const ledger = new Ledger()
  const notices: string[] = []
  const store = await openStore(folder, ledger, { onNotice: (text) => notices.push(text) })
  try {
    tally.torn += notices.length > 0 ? 1 : 0
    tally.steps = store.seq
    const entries = store.stream<{ step: number; id: string; amount: number }>('log').recent()
    const found = [
      ...lostOrInvented(ledger, acknowledged),
      ...(ledger.sum() === ledger.total
        ? []
        : [`the accounts hold ${ledger.sum()} and the total says ${ledger.total}`]),
      ...(store.seq >= acknowledged.lastStep
        ? []
        : [`step ${acknowledged.lastStep} is lost; the last is ${store.seq}`]),
      ...(ledger.total === store.seq ? [] : [`${store.seq} steps have made ${ledger.total} deposits`]),
      ...((entries.at(-1)?.seq ?? 0) >= acknowledged.lastEntry ? [] : [`log entry ${acknowledged.lastEntry} is lost`]),
      ...entries.filter(({ entry }) => entry.step > store.seq).map(({ seq }) => `log entry ${seq} tells of no step`),
    ]
    if (found.length > 0) throw new Error(`After kill ${tally.kills}: ${found.join('; ')}`)
    // What was found may be on disk and yet unacknowledged; from now on it counts as told.
    for (const [id, { amount }] of ledger.accounts) acknowledged.amounts.set(id, amount)
  } finally {
    await store.close()
  }
}

/**
 * Each account has one writer, which waits for each step: at most one deposit can be there that was not
 * acknowledged.
 */
function lostOrInvented(ledger: Ledger, acknowledged: Acknowledged): readonly string[] {
  const found: string[] = []
  for (const [id, amount] of acknowledged.amounts) {
    const held = ledger.accounts.get(id)?.amount ?? 0
    if (held < amount) found.push(`${id} holds ${held}, and ${amount} were acknowledged`)
  }
  for (const [id, { amount }] of ledger.accounts) {
    const told = acknowledged.amounts.get(id) ?? 0
    if (amount > told + 1) found.push(`${id} holds ${amount}, and only ${told} were acknowledged`)
  }
  return found
}
