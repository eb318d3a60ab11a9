import { execFileSync } from 'node:child_process'

/** The hash from which samples are drawn: of this commit, or `EXAMINE_SEED`; a working copy without git always has the same. */
export function commitSeed(): string {
  return (process.env.EXAMINE_SEED ?? hashOf()).slice(0, 8)
}

function hashOf(): string {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return 'b3438e01'
  }
}
