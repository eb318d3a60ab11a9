// `npm run verify:long [-- KILLS [SEED [PROGRAM_KILLS]]]`: what takes too long for every test run. A program under load is killed
// with SIGKILL again and again, also while it compacts; after each kill every acknowledged step must be there, and nothing
// half-written. First the store alone, 1,000 times by default, then each of the three programs, a tenth as often. Exit code 1 names
// what was lost. Then a thousand generated endpoints that hand out strangers: nobody who was there may be touched.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { meetAll } from '../packages/harness/test/hostile/all-hostile.ts'
import { crashEntra } from '../packages/scimulator/test/crash/entra-crash.ts'
import { crashJumpCloud } from '../packages/scimulator/test/crash/jumpcloud-crash.ts'
import { bundleCommand } from '../packages/scimulator/test/crash/program.ts'
import { crashReceiver } from '../packages/scimulator/test/crash/receiver-crash.ts'
import { crashAgainAndAgain } from '../packages/shared/test/store/crash-run.ts'

const [storeKills = '1000', seedText = String(Date.now() % 1_000_000), programKills] = process.argv.slice(2)
const seed = Number(seedText)
const kills = Number(programKills ?? Math.ceil(Number(storeKills) / 10))
/** A folder grows with each kill, and so does the time for looking at it; a fresh one is begun after so many. */
const KILLS_PER_FOLDER = 25
const HOSTILE_TARGETS = 1_000

console.log(`${storeKills} kills of the store, ${kills} of each program, seed ${seed}`)
const home = await mkdtemp(join(tmpdir(), 'scimulator-verify-'))
try {
  if (Number(storeKills) > 0) await killStore()
  await killPrograms()
  await meetHostileTargets()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await rm(home, { recursive: true, force: true })
}

async function killStore(): Promise<void> {
  const began = performance.now()
  const tally = await crashAgainAndAgain(Number(storeKills), seed, (soFar) => {
    if (soFar.kills % 50 === 0) console.log(`store: ${soFar.kills} kills, ${soFar.steps} steps on disk, nothing lost`)
  })
  console.log(
    `store: ${tally.kills} kills in ${seconds(began)} s, ${tally.killedInCompaction} of them during a compaction`,
  )
  console.log(
    `store: ${tally.steps} steps on disk, ${tally.torn} starts dropped a torn line; no acknowledged step was lost`,
  )
}

async function meetHostileTargets(): Promise<void> {
  const began = performance.now()
  const { runs, stopped, unsaid } = await meetAll(HOSTILE_TARGETS, (done) => {
    if (done % 100 === 0) console.log(`hostile targets: ${done} met in ${seconds(began)} s, nobody touched`)
  })
  if (unsaid.length > 0) throw new Error(`Something was left and not said: ${unsaid[0]}`)
  console.log(`hostile targets: nobody touched in ${runs} of ${runs}; the guard stopped something in ${stopped}`)
}

async function killPrograms(): Promise<void> {
  if (kills === 0) return
  const command = await bundleCommand(home)
  const programs = {
    'receiver (lark)': (folder: string, part: Part) => crashReceiver(command, folder, { ...part, profile: 'lark' }),
    'receiver (rfc)': (folder: string, part: Part) => crashReceiver(command, folder, { ...part, profile: 'rfc' }),
    entra: (folder: string, part: Part) => crashEntra(command, folder, part),
    jumpcloud: (folder: string, part: Part) => crashJumpCloud(command, folder, part),
  }
  for (const [name, crash] of Object.entries(programs)) {
    const began = performance.now()
    for (let done = 0; done < kills; done += KILLS_PER_FOLDER) {
      const part = { kills: Math.min(KILLS_PER_FOLDER, kills - done), seed: seed + done }
      await crash(join(home, `${name}-${done}`), part)
      console.log(`${name}: ${done + part.kills} kills in ${seconds(began)} s, nothing lost, nobody twice`)
    }
  }
}

type Part = { readonly kills: number; readonly seed: number }

function seconds(since: number): number {
  return Math.round((performance.now() - since) / 1000)
}
