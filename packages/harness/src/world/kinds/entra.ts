import { createEntraTenant, ENTRA_SWITCHES } from '@scimulator/entra-sim'
import { z } from 'zod'
import type { ProgramKind } from '../program.ts'
import { switchesType } from '../switches-type.ts'
import { switchesOf } from './receiver.ts'

export const entraKind: ProgramKind = {
  name: 'entra',
  given: 'entra',
  options: z.strictObject({ switches: switchesType(ENTRA_SWITCHES) }),
  isReceiver: false,
  create: ({ schedule, ids, send, options }) => createEntraTenant({ schedule, ids, send, ...switchesOf(options) }),
}
