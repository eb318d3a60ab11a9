import { defineView } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'

const MailItem = z.object({ at: z.string(), from: z.string(), to: z.string(), subject: z.string(), text: z.string() })

export const mails = ({ logs }: EntraContext) =>
  defineView({
    name: 'mails',
    describes: 'Notifications that were written; nothing leaves the machine.',
    query: z.strictObject({}),
    item: MailItem,
    watches: ['mails'],
    dropped: () => logs.mails.firstSeq - 1,
    read: () =>
      logs.mails.recent().map(({ seq, entry }) => ({ key: String(seq), value: { ...entry, at: isoTime(entry.at) } })),
  })
