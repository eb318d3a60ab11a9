import { Fault } from '@scimulator/shared/behaviour'
import { defineHarnessVerb } from './harness-verb.ts'

export const faultVerb = defineHarnessVerb({
  name: 'fault',
  describes:
    'Makes something go wrong on the wire between the simulators and the receiver, until it has struck `times` times or is lifted.',
  input: Fault,
  run(input, { world }) {
    world.faults.add(input)
    return {}
  },
})
