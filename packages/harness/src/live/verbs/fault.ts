import { defineVerb, Fault } from '@scimulator/shared/behaviour'
import { faultOnText } from '../happenings/fault-on.ts'
import type { LiveWorld } from '../world-port.ts'

export const faultVerb = (world: LiveWorld) =>
  defineVerb({
    name: 'fault',
    describes: 'Makes something go wrong on the wire, until it has struck `times` times or is lifted.',
    input: Fault,
    run(input) {
      world.now().wire.faults.add(input)
      world.now().happenings.note({ kind: 'fault', what: faultOnText(input) })
      world.hub.publish('changed', { program: 'world' })
      return { inForce: world.now().wire.faults.inForce().length }
    },
  })
