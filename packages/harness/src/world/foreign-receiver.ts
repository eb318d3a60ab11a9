import { addSourceVerb } from '@scimulator/receiver'
import { byName, type Control, defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Program } from './program.ts'
import type { SyncSourceAccess } from './source-book.ts'

/** The words of any receiver at an endpoint that is not ours: its one source is the access that the run was given. */
export function foreignReceiver({ url, token }: SyncSourceAccess): Program {
  const addSource = addSourceVerb(() => ({ id: 'target', url, token }))
  const sources = defineView({
    name: 'sources',
    describes: 'Sources that identity providers write through.',
    query: z.strictObject({}),
    item: z.object({
      name: z.string().describe('Always target'),
      url: z.string().describe('Base URL of the SCIM endpoint that the run was given'),
      status: z.string().describe('Always active'),
    }),
    read: () => [{ key: 'target', value: { name: 'target', url, status: 'active' } }],
  })
  const control: Control = {
    name: 'receiver',
    verbs: byName([addSource]),
    views: byName([sources]),
    seq: () => 0,
    async idle() {},
    snapshot: () => null,
    restore() {},
    reset() {},
  }
  return { control, isStandIn: true, handle: (_, response) => void response.writeHead(404).end(), async close() {} }
}
