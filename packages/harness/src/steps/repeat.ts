import { RepeatInput } from '../scenario/expand-step.ts'
import { defineHarnessVerb } from './harness-verb.ts'
import { notCarriedOut } from './not-carried-out.ts'

export const repeatVerb = defineHarnessVerb({
  name: 'repeat',
  describes: 'Carries the same steps out several times, or once for each of a list.',
  input: RepeatInput,
  standsFor: 'repeat',
  run: () => notCarriedOut('repeat'),
})
