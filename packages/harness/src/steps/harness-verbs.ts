import { advance } from './advance.ts'
import { expectStep } from './expect.ts'
import { fault } from './fault.ts'
import type { HarnessVerb } from './harness-verb.ts'
import { liftFaults } from './lift-faults.ts'
import { note } from './note.ts'
import { serve } from './serve.ts'
import { transcript } from './transcript.ts'

export const HARNESS_VERBS: ReadonlyMap<string, HarnessVerb> = new Map(
  [advance, expectStep, fault, liftFaults, note, serve, transcript].map((verb) => [verb.name, verb]),
)
