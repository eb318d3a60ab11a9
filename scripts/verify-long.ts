// `npm run verify:long [PART…] [KILLS [SEED [PROGRAM_KILLS]]]`: what takes too long for every test run; a sample of it is in the gate. Behind
// "--" `--only PART` is understood as well; before it npm would keep it for itself. Exit code 1 names what was lost, touched or not seen.
// With `--record` the figures of a part go into docs/reliability/PART.json, of which `npm run generate` makes docs/reliability.md.
//   store       a program under load is killed with SIGKILL again and again, also while it compacts; after each kill every acknowledged
//               step must be there, and nothing half-written: 1,000 times by default
//   programs    the same with each of the three programs, a tenth as often
//   three       all three at work with faults between them, any of them killed: 1,000 times; each run ends where an untouched one does
//   soak        all three for ten minutes (the first number: another), faults between them: nothing is lost, and no heap grows
//   idle        10,000 connections that say nothing (the first number: another) to each program: others are served, and all are closed
//   hostile     a thousand generated endpoints that hand out strangers: nobody who was there may be touched
//   kills       runs at a target, and their cleanings, that die at a random request: 500 in this process, 60 with SIGKILL
//   walks       walks of CONTRIBUTING.md, taken in a copy: three files by hand, `npm run generate`, and the new thing works
//   deviations  the whole collection against each deviation as somebody else's endpoint: each is seen, and nothing is a mistake of ours
//   scimmy      the whole collection against SCIMMY: each run fails by the fault that it should, or passes
//   elsewhere   all tests under TZ=Asia/Kolkata and LANG=tr_TR.UTF-8: half an hour off, and a language whose i has no dot
//   faults      what the gate asks a part of: all faults of the Express example, sets of faults that failed once, calm runs, weathers
//   pairs       each two faults at once: both are named or one hides the other, and nothing else is blamed; pairs that fail go on to the end
//   windows     all tests in a browser and at the installed package, of which the gate asks a part
//   engines     faults seeded into the engines: exploring comes upon each within 500 histories
//   explore     2,000 histories of each sender at our receiver: nothing may be found
//   fuzz        hostile input: 8 million in process, a quarter of it once more over sockets (the first number: another, the second: the
//               seed, the third: minutes after which no further round is begun); `--rounds FILE` keeps the rounds that have ended there,
//               and goes on after them
//   fuzz-faults faults seeded where hostile input arrives: what CI tries comes upon each
//   calm        twenty tests of a right endpoint behind jitter, lag, a colleague and a limit of requests: none may find anything
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { CALM_RUNS, calmRun, whatCalmSaid } from '../packages/harness/test/examine/calm-run.ts'
import { MET, toldTogether } from '../packages/harness/test/examine/faults-together.ts'
import { measureDeviations } from '../packages/harness/test/foreign/measure-deviations.ts'
import { runAtScimmy, surprise } from '../packages/harness/test/foreign/run-scimmy.ts'
import { SEEN_IN } from '../packages/harness/test/foreign/seen-in.ts'
import { meetAll } from '../packages/harness/test/hostile/all-hostile.ts'
import { KILLED_RUNS, killedRun } from '../packages/harness/test/kills/killed-in-process.ts'
import { crashEntra } from '../packages/scimulator/test/crash/entra-crash.ts'
import { crashJumpCloud } from '../packages/scimulator/test/crash/jumpcloud-crash.ts'
import { bundleCommand } from '../packages/scimulator/test/crash/program.ts'
import { crashReceiver } from '../packages/scimulator/test/crash/receiver-crash.ts'
import { KILLED_PROCESSES, killAtRandom } from '../packages/scimulator/test/kill-at-random.ts'
import { startPeopledTarget } from '../packages/scimulator/test/peopled-target.ts'
import { crashAgainAndAgain } from '../packages/shared/test/store/crash-run.ts'
import { ENGINE_FAULTS } from './engine-faults/faults.ts'
import { findFault } from './engine-faults/find-fault.ts'
import { ELSEWHERE } from './gate/elsewhere.ts'
import { SAMPLE } from './gate/sample.ts'
import { findSeededFaults, fuzzLong } from './reliability/fuzz.ts'
import { stayIdle } from './reliability/idle.ts'
import { type ReliabilityRow, recordPart } from './reliability/record.ts'
import { soak } from './reliability/soak.ts'
import { killThree } from './reliability/three.ts'
import { takeWalk } from './walks/take-walk.ts'
import { WALKS } from './walks/walks.ts'

const { values, positionals } = parseArgs({
  options: { only: { type: 'string' }, record: { type: 'boolean', default: false }, rounds: { type: 'string' } },
  allowPositionals: true,
})
const isNumber = (text: string): boolean => /^\d+$/.test(text)
const [storeKills = '1000', seedText = String(Date.now() % 1_000_000), programKills] = positionals.filter(isNumber)
const seed = Number(seedText)
const kills = Number(programKills ?? Math.ceil(Number(storeKills) / 10))
/** A folder grows with each kill, and so does the time for looking at it; a fresh one is begun after so many. */
const KILLS_PER_FOLDER = 25
const HOSTILE_TARGETS = 1_000

const home = await mkdtemp(join(tmpdir(), 'scimulator-verify-'))
const PARTS: Readonly<Record<string, () => Promise<void>>> = {
  store: killStore,
  programs: killPrograms,
  three: killAnyOfThree,
  soak: async () => keep('soak', await soak(home, Number(positionals.find(isNumber) ?? 10), seed)),
  idle: async () => keep('idle', await stayIdle(home, Number(positionals.find(isNumber) ?? 10_000))),
  hostile: meetHostileTargets,
  kills: killRuns,
  walks: takeWalks,
  deviations: seeDeviations,
  scimmy: meetScimmy,
  elsewhere: testElsewhere,
  faults: nameFaults,
  pairs: nameBoth,
  windows: lookAtAll,
  engines: findEngineFaults,
  explore: exploreLong,
  fuzz: async () => keep('fuzz', await fuzzLong(longFuzz())),
  'fuzz-faults': async () => keep('fuzz-faults', await findSeededFaults(home, seed)),
  calm: stayCalm,
}
try {
  const asked = [...positionals.filter((one) => !isNumber(one)), ...(values.only === undefined ? [] : [values.only])]
  const unknown = asked.find((one) => !(one in PARTS))
  if (unknown !== undefined) throw new Error(`"${unknown}" is not one of ${Object.keys(PARTS).join(', ')}`)
  const parts = Object.entries(PARTS).filter(([name]) => asked.length === 0 || asked.includes(name))
  console.log(`${parts.map(([name]) => name).join(', ')}; seed ${seed}`)
  for (const [, part] of parts) await part()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await rm(home, { recursive: true, force: true })
}

async function takeWalks(): Promise<void> {
  const root = fileURLToPath(new URL('../', import.meta.url))
  const astray: string[] = []
  for (const [index, walk] of WALKS.entries()) {
    const began = performance.now()
    const error = await takeWalk(root, join(home, `walk-${index}`), walk).catch(String)
    if (typeof error === 'string') astray.push(`${walk.kind}: ${error}`)
    const how = typeof error === 'string' ? 'does not arrive' : `in ${seconds(began)} s`
    console.log(`walks: ${walk.kind} ${how}, ${walk.hand.length} files by hand`)
  }
  if (astray.length > 0)
    throw new Error(`walks: ${astray.length} of ${WALKS.length} do not arrive\n${astray.join('\n')}`)
}

/** Files of tests that ask a part of their cases in the gate, with all of them. */
async function nameFaults(): Promise<void> {
  const began = performance.now()
  for (const [folder, file] of [
    ['packages/harness', 'test/examine/several.test.ts'],
    ['packages/harness', 'test/examine/strange-faults.test.ts'],
    ['packages/harness', 'test/examine/truth.test.ts'],
    ['packages/harness', 'test/examine/calm.test.ts'],
    ['packages/harness', 'test/examine/weather.test.ts'],
    ['packages/harness', 'test/explore/explore.test.ts'],
    ['packages/harness', 'test/recording/replay.test.ts'],
    ['packages/harness', 'test/recording/retell.test.ts'],
    ['packages/entra-sim', 'test/crash/every-cut.test.ts'],
    ['examples', 'test/findings-express.test.ts'],
  ] as const) {
    const cwd = fileURLToPath(new URL(`../${folder}`, import.meta.url))
    const env = { ...process.env, [SAMPLE]: 'all' }
    const { status } = spawnSync('npx', ['vitest', 'run', file], { cwd, env, stdio: 'inherit' })
    if (status !== 0) throw new Error(`${folder}/${file} failed`)
  }
  console.log(`faults: all asked in ${seconds(began)} s`)
}

/** In each order: the one that stands first sees the answers of the other. */
async function nameBoth(): Promise<void> {
  const pairs = MET.flatMap((one) => MET.filter((other) => other !== one).map((other) => [one, other] as const))
  const wrong: string[] = []
  for (const [index, pair] of pairs.entries()) {
    const { hidden, blamed } = await toldTogether(pair)
    if (hidden.length + blamed.length > 0) {
      wrong.push(`${pair.join(' + ')}: hidden ${JSON.stringify(hidden)}, blamed ${JSON.stringify(blamed)}`)
      console.log(`pairs: ${wrong.at(-1)}`)
    }
    if ((index + 1) % 500 === 0) console.log(`pairs: ${index + 1} of ${pairs.length}`)
  }
  if (wrong.length > 0) throw new Error(`pairs: ${wrong.length} of ${pairs.length} are told wrongly`)
}

async function lookAtAll(): Promise<void> {
  const env = { ...process.env, [SAMPLE]: 'all' }
  for (const name of ['test:package', 'test:browser']) {
    const { status } = spawnSync('npm', ['run', name], { env, stdio: 'inherit' })
    if (status !== 0) process.exitCode = 1
  }
}

async function findEngineFaults(): Promise<void> {
  const root = fileURLToPath(new URL('../', import.meta.url))
  for (const [index, fault] of ENGINE_FAULTS.entries()) {
    const began = performance.now()
    const found = await findFault(root, join(home, `engine-${index}`), fault)
    if (!found) throw new Error(`Not found: ${fault.what} (${fault.file})`)
    console.log(
      `engines: ${fault.what}: found after ${found.histories} histories, ${found.acts} acts, ${seconds(began)} s`,
    )
  }
}

async function exploreLong(): Promise<void> {
  const began = performance.now()
  const cwd = fileURLToPath(new URL('../packages/harness', import.meta.url))
  const env = { ...process.env, SCIMULATOR_HISTORIES: '2000' }
  const args = ['vitest', 'run', 'test/explore/explore.test.ts', '-t', 'a right receiver']
  const { status } = spawnSync('npx', args, { cwd, env, stdio: 'inherit' })
  if (status !== 0) throw new Error('Something was found at a right receiver.')
  console.log(`explore: 2,000 histories of each sender in ${seconds(began)} s, nothing found`)
}

async function killStore(): Promise<void> {
  if (Number(storeKills) === 0) return
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
  const note = `${tally.steps} steps on disk, ${tally.killedInCompaction} during a compaction, ${tally.torn} torn lines dropped`
  await keep('store', [{ tried: 'SIGKILL while steps are written', times: tally.kills, lost: 0, note }])
}

async function killAnyOfThree(): Promise<void> {
  await keep('three', await killThree(home, Number(storeKills), seed))
}

function longFuzz(): Parameters<typeof fuzzLong>[0] {
  const [inputs, , minutes] = positionals.filter(isNumber).map(Number)
  const kept = values.rounds === undefined ? {} : { kept: values.rounds }
  return { seed, ...kept, ...(inputs === undefined ? {} : { inputs }), ...(minutes === undefined ? {} : { minutes }) }
}

/** What is asked for again is what was asked for now. */
async function keep(part: string, rows: readonly ReliabilityRow[]): Promise<void> {
  const numbers = positionals.filter(isNumber)
  if (values.record) await recordPart(part, ['npm run verify:long --', part, ...numbers, '--record'].join(' '), rows)
}

async function meetHostileTargets(): Promise<void> {
  const began = performance.now()
  const { runs, stopped, unsaid } = await meetAll(HOSTILE_TARGETS, (done) => {
    if (done % 100 === 0) console.log(`hostile targets: ${done} met in ${seconds(began)} s, nobody touched`)
  })
  if (unsaid.length > 0) throw new Error(`Something was left and not said: ${unsaid[0]}`)
  console.log(`hostile targets: nobody touched in ${runs} of ${runs}; the guard stopped something in ${stopped}`)
}

async function killRuns(): Promise<void> {
  const began = performance.now()
  let [killed, left] = [0, 0]
  for (let number = 0; number < KILLED_RUNS; number += 1) {
    const run = await killedRun(number)
    if (run.problems.length > 0) throw new Error(`After a run that died (${run.what}): ${run.problems.join('; ')}`)
    if (run.killed) killed += 1
    if (run.leftByTheRun > 0) left += 1
    if ((number + 1) % 50 === 0) console.log(`killed runs: ${number + 1} in ${seconds(began)} s, all as it was before`)
  }
  if (left < KILLED_RUNS / 3)
    throw new Error(`Only ${left} of ${KILLED_RUNS} runs left something: the moments are too early`)
  const target = await startPeopledTarget()
  for (let number = 0; number < KILLED_PROCESSES; number += 1) {
    const died = await killAtRandom(number, target)
    if (died.problems.length > 0) {
      throw new Error(`After a process that was killed (${died.what}): ${died.problems.join('; ')}`)
    }
    if (died.killed) killed += 1
  }
  await target.close()
  console.log(
    `killed runs: ${KILLED_RUNS} and ${KILLED_PROCESSES} processes; the moment came in ${killed}, ${left} runs left something, all as before`,
  )
  const note = `${left} left something behind, and all of it was cleaned`
  await keep('kills', [{ tried: 'runs and processes that die', times: KILLED_RUNS + KILLED_PROCESSES, lost: 0, note }])
}

async function seeDeviations(): Promise<void> {
  const unseen: string[] = []
  for await (const { deviation, runs, seenIn, elsewhere, errors } of measureDeviations()) {
    if (errors.length > 0) throw new Error(`A mistake of ours against ${deviation}: ${errors[0]}`)
    console.log(`${deviation}: seen in ${seenIn.length} of ${runs} runs, ${elsewhere.length} fail in another way only`)
    const missing = (SEEN_IN[deviation] ?? []).filter((run) => !seenIn.includes(run))
    unseen.push(...missing.map((run) => `${deviation} in ${run}`))
  }
  if (unseen.length > 0) throw new Error(`Not seen: ${unseen.join('; ')}`)
}

async function meetScimmy(): Promise<void> {
  const surprises: string[] = []
  let runs = 0
  for await (const run of runAtScimmy()) {
    runs += 1
    surprises.push(...[surprise(run) ?? []].flat())
  }
  if (surprises.length > 0) throw new Error(surprises.join('\n'))
  console.log(`SCIMMY: ${runs} runs pass, or fail by one of its known faults`)
}

async function testElsewhere(): Promise<void> {
  const env = { ...process.env, ...ELSEWHERE }
  const { status } = spawnSync('npm', ['test', '--', '--force', '--output-logs=errors-only'], { env, stdio: 'inherit' })
  if (status !== 0) throw new Error(`Tests fail under TZ=${ELSEWHERE.TZ} LANG=${ELSEWHERE.LANG}.`)
}

async function stayCalm(): Promise<void> {
  const began = performance.now()
  for (let run = 1; run <= CALM_RUNS; run += 1) {
    const said = whatCalmSaid(await calmRun(run, 20))
    const isCalm =
      said.verdicts.every((one) => one === 'works') &&
      [said.findings, said.unexplained, said.leftBehind].every((one) => one.length === 0)
    if (!isCalm) throw new Error(`The right endpoint was blamed in run ${run}: ${JSON.stringify(said)}`)
  }
  console.log(`calm: ${CALM_RUNS} of ${CALM_RUNS} runs found nothing, in ${seconds(began)} s`)
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
  const rows: ReliabilityRow[] = []
  for (const [name, crash] of Object.entries(programs)) {
    const began = performance.now()
    rows.push({ tried: `SIGKILL of ${name} under load`, times: kills, lost: 0 })
    for (let done = 0; done < kills; done += KILLS_PER_FOLDER) {
      const part = { kills: Math.min(KILLS_PER_FOLDER, kills - done), seed: seed + done }
      await crash(join(home, `${name}-${done}`), part)
      console.log(`${name}: ${done + part.kills} kills in ${seconds(began)} s, nothing lost, nobody twice`)
    }
  }
  await keep('programs', rows)
}

interface Part {
  readonly kills: number
  readonly seed: number
}

function seconds(since: number): number {
  return Math.round((performance.now() - since) / 1000)
}
