// What must hold of a target after its inputs, beside that none of them hurt: what was tried counts, and nothing has grown.
import { branchShare } from './branch-share.ts'
import type { Fuzzed } from './fuzz-target.ts'

/** Bytes that the heap may have grown by in the second half, whatever is first loaded or compiled there. */
const GROWTH = 8 * 1024 * 1024
/** Where branches are counted, V8 lets go of no compiled code; without counting, a surface has the limit of all others over sockets. */
const GROWTH_COUNTED = 2 * GROWTH

/**
 * @param isWhole whether it had as many inputs as in CI: fewer say nothing of shares
 * @param lacking shares by which branches and accepted inputs may be off, where others of its kind make up for it
 * @returns a sentence for each thing that is not as it must be
 */
export function whatHurts(fuzzed: Fuzzed, isWhole: boolean, lacking = { branches: 0, accepted: 0 }): readonly string[] {
  const { name, tried, accepted, failure, files } = fuzzed
  const missing = (): string => JSON.stringify(files.map(({ file, missing }) => ({ file, missing })))
  const said = [
    failure && `${failure.message}\n${failure.input}`,
    isWhole && !isBalanced(fuzzed, lacking.accepted) && `${Math.round((accepted / tried) * 100)} % are accepted`,
    isWhole &&
      branchShare(fuzzed) < leastOf(fuzzed) - lacking.branches &&
      `${branchShare(fuzzed)} of the branches are reached; missing: ${missing()}`,
    grownBy(fuzzed) > (files.length > 0 ? GROWTH_COUNTED : GROWTH) && `the heap has grown by ${grownBy(fuzzed)} bytes`,
  ]
  return said.filter((one) => typeof one === 'string').map((one) => `${name}, seed ${fuzzed.seed}: ${one}`)
}

/** Inputs that are mostly refused end at the first parser; those that are mostly accepted try no refusal. */
export function isBalanced({ tried, accepted }: Pick<Fuzzed, 'tried' | 'accepted'>, lacking = 0): boolean {
  const share = accepted / tried
  return share >= 0.3 - lacking && share <= 0.7 + lacking
}

/** Bytes by which the heap grew in the second half. */
export function grownBy({ memory }: Pick<Fuzzed, 'memory'>): number {
  const [half, last] = [memory[(memory.length >> 1) - 1], memory.at(-1)]
  return half && last ? Math.max(0, last.heap - half.heap) : 0
}

/** A parser has 90 % of its branches reached. What surrounds the surfaces of programs has some for other hosts and for failing disks. */
export function leastOf({ name }: Pick<Fuzzed, 'name'>): number {
  return /^(control|consoles|Microsoft|JumpCloud API|Okta API)/.test(name) ? 0.8 : 0.9
}
