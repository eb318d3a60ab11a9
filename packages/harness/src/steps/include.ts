import { IncludeInput } from '../scenario/expand-step.ts'
import { defineHarnessVerb } from './harness-verb.ts'
import { notCarriedOut } from './not-carried-out.ts'

export const includeVerb = defineHarnessVerb({
  name: 'include',
  describes:
    'Carries the steps of a fragment out: a file fragments/NAME.yaml beside the scenario or in a folder above it.',
  input: IncludeInput,
  standsFor: 'include',
  run: () => notCarriedOut('include'),
})
