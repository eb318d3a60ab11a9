/** What is counted while a cycle runs. */
export interface Tally {
  considered: number
  entitled: number
  objectFailures: number
  referenceFailures: number
  exports: number
  exported: number
  staged: number
  referenceDeltas: number
  linked: { User: number; Group: number }
}

export function emptyTally(): Tally {
  const failures = { objectFailures: 0, referenceFailures: 0 }
  const exported = { exports: 0, exported: 0, staged: 0, referenceDeltas: 0 }
  return { considered: 0, entitled: 0, ...failures, ...exported, linked: { User: 0, Group: 0 } }
}
