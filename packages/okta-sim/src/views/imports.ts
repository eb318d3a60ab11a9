import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { labelOf } from './names.ts'
import { NoQuery } from './queries.ts'

export function importsView({ org }: Engine) {
  return defineView({
    name: 'imports',
    describes: 'The last import of each application, by label.',
    query: NoQuery,
    item: z.object({
      status: z.enum(['RUNNING', 'DONE', 'FAILED']).describe('RUNNING also while it waits after a 429'),
      started: z.string().describe('When somebody began it'),
      ended: z.string().optional().describe('When it ended'),
      scanned: z.number().describe('Active accounts that were read'),
      matched: z.array(z.string()).readonly().describe('Logins of those who became linked'),
      unmatched: z.array(z.string()).readonly().describe('User names of accounts that nobody fits'),
      unchanged: z.number().describe('How many were linked already'),
      error: z.string().optional().describe('Why it failed'),
    }),
    watches: ['importRun', 'application'],
    read: () => org.all('importRun').map(({ appId, ...value }) => ({ key: labelOf(org, appId), value })),
  })
}
