import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'

const Target = z.object({
  id: z.string().describe('Id of the target'),
  type: z.enum(['User', 'AppUser', 'AppInstance', 'UserGroup', 'AppGroup', 'Token']).describe('What it is'),
  displayName: z.string().describe('Its name'),
})

export function systemLogView({ log }: Engine) {
  return defineView({
    name: 'system-log',
    describes: 'The System Log, oldest first.',
    query: z.strictObject({ eventType: z.string().optional().describe('One type of event') }),
    item: z.object({
      uuid: z.string().describe('Id of the event'),
      published: z.string().describe('When'),
      eventType: z.string().describe('Type, such as application.provision.user.push'),
      displayMessage: z.string().describe("What happened, in Okta's words; the type again where they are not public"),
      severity: z.enum(['INFO', 'ERROR']).describe('ERROR for what failed'),
      outcome: z
        .object({
          result: z.enum(['SUCCESS', 'FAILURE']).describe('How it ended'),
          reason: z.string().optional().describe('Why it failed'),
        })
        .describe('How it ended'),
      transaction: z
        .object({ type: z.enum(['WEB', 'JOB']).describe('By an administrator, or by itself') })
        .describe('What it belongs to'),
      target: z.array(Target).describe('What it is about'),
      version: z.literal('0').describe('Version of the form'),
    }),
    watches: ['system-log'],
    read: ({ eventType }) =>
      log
        .recent()
        .filter(({ entry }) => eventType === undefined || entry.eventType === eventType)
        .map(({ seq, entry }) => ({ key: String(seq), value: { ...entry, target: [...entry.target] } })),
    dropped: () => log.firstSeq - 1,
  })
}
