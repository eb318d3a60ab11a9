import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { labelOf } from './names.ts'
import { NoQuery } from './queries.ts'

export function tasksView({ org }: Engine) {
  return defineView({
    name: 'tasks',
    describes: 'Dashboard > Tasks: what failed and waits to be sent again.',
    query: NoQuery,
    item: z.object({
      application: z.string().describe('Label'),
      at: z.string().describe('When it failed'),
      text: z.string().describe('What Okta did, and what the endpoint said'),
    }),
    watches: ['task', 'application'],
    read: () =>
      org
        .all('task')
        .map(({ id, appId, at, text }) => ({ key: id, value: { application: labelOf(org, appId), at, text } })),
  })
}
