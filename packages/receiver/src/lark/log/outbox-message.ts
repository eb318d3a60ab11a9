import { z } from 'zod'

/** A message that Lark would send. Nothing is really sent; scenarios look at the outbox. */
export const OutboxMessage = z.object({
  at: z.string().describe('ISO 8601 in UTC'),
  organisation: z.string(),
  kind: z.enum(['new member', 'sync failure', 'token expired']),
  to: z.string().describe('Email address'),
  source: z.string().describe('Id of the sync source'),
  subject: z.string(),
  text: z.string(),
})
export type OutboxMessage = z.infer<typeof OutboxMessage>

export const OUTBOX = 'outbox'
