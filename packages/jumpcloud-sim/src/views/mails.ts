import { defineView, type View } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'

export function mailsView({ mails }: Engine): View {
  return defineView({
    name: 'mails',
    describes: 'Mails to administrators, by number: results of imports, and nothing else. A failed push sends none.',
    query: z.strictObject({}),
    dropped: () => mails.firstSeq - 1,
    read: () => mails.recent().map(({ seq, entry }) => ({ key: String(seq), value: { ...entry } })),
  })
}
