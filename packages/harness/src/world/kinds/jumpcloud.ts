import { createJumpCloudOrg, switches } from '@scimulator/jumpcloud-sim'
import { z } from 'zod'
import type { ProgramKind } from '../program.ts'
import { switchesType } from '../switches-type.ts'
import { switchesOf } from './receiver.ts'

export const jumpCloudKind: ProgramKind = {
  name: 'jumpcloud',
  given: 'jumpcloud',
  options: z.strictObject({ switches: switchesType(switches) }),
  isReceiver: false,
  create: ({ schedule, ids, send, options, isTheirs = () => false }) =>
    createJumpCloudOrg({ schedule, ids, send, imports: (id) => !isTheirs(id), ...switchesOf(options) }),
}
