import { z } from 'zod'

/** A message that Lark would send. Nothing is really sent; scenarios look at the outbox. */
export const OutboxMessage = z.object({
  at: z.string().describe('ISO 8601 in UTC'),
  organisation: z.string().describe('Organisation of the sync source'),
  kind: z
    .enum(['new member', 'sync failure', 'token expired'])
    .describe('new member goes to the member, the others to administrators'),
  to: z.string().describe('Email address'),
  source: z.string().describe('Id of the sync source'),
  subject: z.string().describe('Subject, such as Welcome to Lark'),
  text: z.string().describe('Body of the message'),
})
export type OutboxMessage = z.infer<typeof OutboxMessage>

export const OUTBOX = 'outbox'
