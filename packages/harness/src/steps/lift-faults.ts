import { z } from 'zod'
import { defineHarnessVerb } from './harness-verb.ts'

export const liftFaultsVerb = defineHarnessVerb({
  name: 'lift-faults',
  describes: 'Ends every fault on the wire.',
  input: z.strictObject({}),
  run(_, { world }) {
    world.faults.clear()
    return {}
  },
})
