// Words that stand for other steps. The file is read with these in their place, so that nothing is left of the words when it runs.
import { VerbError } from '@scimulator/shared/behaviour'
import { IncludeInput, RepeatInput } from '../scenario/expand-step.ts'
import { defineHarnessVerb } from './harness-verb.ts'

export const repeat = defineHarnessVerb({
  name: 'repeat',
  describes: 'Carries the same steps out several times, or once for each of a list.',
  input: RepeatInput,
  standsFor: 'repeat',
  run: () => notRun('repeat'),
})

export const include = defineHarnessVerb({
  name: 'include',
  describes:
    'Carries the steps of a fragment out: a file fragments/NAME.yaml beside the scenario or in a folder above it.',
  input: IncludeInput,
  standsFor: 'include',
  run: () => notRun('include'),
})

function notRun(name: string): never {
  throw new VerbError('refused', `${name} stands for other steps and is not carried out itself.`)
}
