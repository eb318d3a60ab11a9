import { defineView } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'

const MailItem = z.object({
  at: z.string().describe('When it was written: 2026-01-05T09:40:00Z'),
  from: z.string().describe('Sender: azure-noreply@microsoft.com'),
  to: z.string().describe('Recipient: notificationEmail of the settings of the job'),
  subject: z.string().describe('Subject line: Provisioning of Payroll is in quarantine'),
  text: z.string().describe('Body, as plain text'),
})

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
