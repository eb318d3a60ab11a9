import { z } from 'zod'
import { Expectation } from '../scenario/scenario-grammar.ts'
import { defineHarnessVerb } from './harness-verb.ts'

/** Its expectations are asked by the step's runner, which knows where each of them stands in the file. */
export const expectVerb = defineHarnessVerb({
  name: 'expect',
  effect: 'looks',
  kind: 'expectations',
  describes: 'Asks views, in the middle of the steps; one expectation or a list of them.',
  input: z.union([Expectation, z.array(Expectation).min(1)]),
  run: () => ({}),
})
