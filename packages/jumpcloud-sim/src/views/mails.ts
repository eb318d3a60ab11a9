import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'

const MailItem = z.object({
  at: z.string().describe('When it was sent, such as 2026-01-05T08:00:00.000Z'),
  to: z.string().describe('Email address of the administrator'),
  subject: z.string().describe('Subject, which names the application: User import from Payroll'),
  text: z.string().describe('How many users were imported, were there already, and failed'),
})

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
