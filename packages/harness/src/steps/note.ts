import { z } from 'zod'
import { defineHarnessVerb } from './harness-verb.ts'

export const noteVerb = defineHarnessVerb({
  name: 'note',
  effect: 'looks',
  kind: 'text',
  describes: 'Says in the report what comes next, such as the step of the help page; changes nothing.',
  input: z.string().min(1),
  run: () => ({}),
})
