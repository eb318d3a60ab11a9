import { createJumpCloudOrg, switches } from '@scimulator/jumpcloud-sim'
import type { Control } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { ProgramKind } from '../program.ts'
import { switchesType } from '../switches-type.ts'
import { switchesOf } from './receiver.ts'

export const jumpCloudKind: ProgramKind = {
  name: 'jumpcloud',
  given: 'jumpcloud',
  options: z.strictObject({ switches: switchesType(switches) }),
  isReceiver: false,
  create({ schedule, ids, send, options, isTheirs = () => false }) {
    const org = createJumpCloudOrg({ schedule, ids, send, imports: (id) => !isTheirs(id), ...switchesOf(options) })
    let apiKey: Promise<string> | undefined
    return {
      ...org,
      async signIn() {
        apiKey ??= newApiKey(org.control)
        return [['x-api-key', await apiKey]]
      },
    }
  },
}

async function newApiKey({ verbs }: Control): Promise<string> {
  return z.object({ apiKey: z.string() }).parse(await verbs.get('create-api-key')?.run({})).apiKey
}
