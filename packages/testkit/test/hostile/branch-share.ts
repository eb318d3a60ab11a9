import type { Fuzzed } from './fuzz-target.ts'

/** Of the branches that a target names, how many were taken; all of none. */
export function branchShare({ files }: Pick<Fuzzed, 'files'>): number {
  const branches = files.reduce((sum, one) => sum + one.branches, 0)
  const taken = files.reduce((sum, one) => sum + one.taken, 0)
  return branches === 0 ? 1 : taken / branches
}
