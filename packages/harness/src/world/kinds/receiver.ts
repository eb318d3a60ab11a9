import { createReceiver, DeviationChoice, receiverSwitches } from '@scimulator/receiver'
import { byName, type Control, defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { ProgramKind, ProgramSetup } from '../program.ts'
import { switchesType } from '../switches-type.ts'

const ReceiverGiven = z.strictObject({
  profile: z.enum(['lark', 'rfc']).default('lark').describe('rfc: a plain service provider without Lark’s rules'),
  deviations: z.array(DeviationChoice).default([]).describe('What the receiver does wrong from the start'),
  switches: switchesType(receiverSwitches),
})

export const receiverKind: ProgramKind = {
  name: 'lark',
  given: 'receiver',
  options: ReceiverGiven,
  isReceiver: true,
  create(setup) {
    const { profile, deviations } = ReceiverGiven.parse(setup.options)
    const { schedule, ids, publicUrl } = setup
    const token = ids.token('harness source')
    const receiver = createReceiver({
      schedule,
      ids,
      publicUrl,
      profile,
      deviations,
      ...switchesOf(setup.options),
      ...(profile === 'rfc' ? { sources: [{ token }] } : {}),
    })
    const control = profile === 'rfc' ? withAccess(receiver.control, publicUrl, token) : receiver.control
    return { control, handle: receiver.handle, close: () => receiver.close() }
  },
}

/** A plain service provider has no sync sources; the verb then gives access to it, so that the same files run on it. */
function withAccess(control: Control, publicUrl: string, token: string): Control {
  const access = defineVerb({
    name: 'add-sync-source',
    describes: 'Gives the base URL and the token.',
    input: z.looseObject({}),
    run: () => ({ id: 'rfc', url: `${publicUrl}/scim/v2`, token }),
  })
  return { ...control, verbs: byName([...control.verbs.values(), access]) }
}

export function switchesOf(options: ProgramSetup['options']): { switches?: Readonly<Record<string, unknown>> } {
  const { switches } = z.object({ switches: z.record(z.string(), z.unknown()).optional() }).parse(options)
  return switches === undefined ? {} : { switches }
}
