import { createReceiver, DeviationChoice, receiverSwitches } from '@scimulator/receiver'
import { z } from 'zod'
import { foreignReceiver } from '../foreign-receiver.ts'
import type { ProgramKind, ProgramSetup } from '../program.ts'
import { switchesType } from '../switches-type.ts'

const ReceiverGiven = z.strictObject({
  profile: z.enum(['lark', 'rfc']).default('lark').describe('rfc: a plain service provider without Lark’s rules'),
  deviations: z.array(DeviationChoice).default([]).describe('What the receiver does wrong from the start'),
  switches: switchesType(receiverSwitches),
})

export const receiverKind: ProgramKind = {
  name: 'receiver',
  actor: 'lark',
  given: 'receiver',
  options: ReceiverGiven,
  isReceiver: true,
  create(setup) {
    const { profile, deviations } = ReceiverGiven.parse(setup.options)
    const { schedule, ids, publicUrl } = setup
    const receiver = createReceiver({ schedule, ids, publicUrl, profile, deviations, ...switchesOf(setup.options) })
    const { control, controls, handle } = receiver
    return { control, controls, handle, close: () => receiver.close() }
  },
  standIn: foreignReceiver,
}

export function switchesOf(options: ProgramSetup['options']): { switches?: Readonly<Record<string, unknown>> } {
  const { switches } = z.object({ switches: z.record(z.string(), z.unknown()).optional() }).parse(options)
  return switches === undefined ? {} : { switches }
}
