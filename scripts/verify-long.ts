// `npm run verify:long [-- KILLS [SEED]]`: what takes too long for every test run. A program under load is killed
// with SIGKILL, 1,000 times by
// default, also while it compacts; after each kill every acknowledged step must be there, and nothing half-written.
// Exit code 1 names what was lost.
import { crashAgainAndAgain } from '../packages/shared/test/store/crash-run.ts'

const [kills = '1000', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2)
const began = performance.now()
console.log(`${kills} kills, seed ${seed}`)
try {
  const tally = await crashAgainAndAgain(Number(kills), Number(seed), (soFar) => {
    if (soFar.kills % 50 === 0) console.log(`${soFar.kills} kills, ${soFar.steps} steps on disk, nothing lost`)
  })
  const seconds = Math.round((performance.now() - began) / 1000)
  console.log(`${tally.kills} kills in ${seconds} s, ${tally.killedInCompaction} of them during a compaction`)
  console.log(`${tally.steps} steps on disk, ${tally.torn} starts dropped a torn line; no acknowledged step was lost`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
