import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'

const MailItem = z.object({ at: z.string(), to: z.string(), subject: z.string(), text: z.string() })

export function mailsView({ mails }: Engine) {
  return defineView({
    name: 'mails',
    describes: 'Mails to administrators, by number: results of imports, and nothing else. A failed push sends none.',
    query: z.strictObject({}),
    item: MailItem,
    watches: ['mails'],
    dropped: () => mails.firstSeq - 1,
    read: () => mails.recent().map(({ seq, entry }) => ({ key: String(seq), value: { ...entry } })),
  })
}
