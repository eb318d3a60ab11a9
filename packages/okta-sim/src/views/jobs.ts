import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { labelOf } from './names.ts'
import { NoQuery } from './queries.ts'

export function jobsView({ org }: Engine) {
  return defineView({
    name: 'jobs',
    describes: 'What is still to be sent, in its order.',
    query: NoQuery,
    item: z.object({
      application: z.string().describe('Label'),
      kind: z.string().describe('provision, profile, deactivate, push-group, delete-group or import'),
      due: z.string().describe('Not before'),
      refusals: z.number().describe('How often the endpoint has answered 429'),
    }),
    watches: ['job', 'application'],
    read: () =>
      org.all('job').map(({ id, appId, work, due, refusals }) => ({
        key: id,
        value: { application: labelOf(org, appId), kind: work.kind, due: new Date(due).toISOString(), refusals },
      })),
  })
}
