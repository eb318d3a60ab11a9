import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { Acting, actor } from '../acts/acting.ts'
import type { Desk } from '../acts/desk.ts'

/** Cancel of the wizard: its token never opens anything. */
export function discardSyncSourceVerb(desk: Desk) {
  return defineVerb({
    name: 'discard-sync-source',
    describes: 'Add sync source, Cancel: drops what begin-sync-source has begun.',
    input: Acting.extend({ draft: z.string().min(1) }),
    changes: false,
    isInward: () => true,
    run(input) {
      actor(desk, input, 'Directory Sync')
      desk.drafts.discard(input.draft)
      return { draft: input.draft }
    },
  })
}
