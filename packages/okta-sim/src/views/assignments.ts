import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { labelOf, loginOf } from './names.ts'
import { ByPerson } from './queries.ts'

export function assignmentsView({ org }: Engine) {
  return defineView({
    name: 'assignments',
    describes: 'The tab Assignments: who has an application, by login, and what became of it at the endpoint.',
    query: ByPerson,
    item: z.object({
      application: z.string().describe('Label'),
      scope: z.enum(['USER', 'GROUP']).describe('Assigned alone, or by a group'),
      status: z.enum(['STAGED', 'PROVISIONED', 'IMPORTED']).describe('How far the person came'),
      syncState: z
        .enum(['DISABLED', 'SYNCING', 'SYNCHRONIZED', 'ERROR'])
        .describe('Whether the endpoint is up to date'),
      userName: z.string().describe('User name at the application'),
      externalId: z.string().optional().describe("The endpoint's id of the person"),
      error: z.string().optional().describe('Why the last attempt failed'),
    }),
    watches: ['appUser', 'application', 'user'],
    read: ({ application, user }) =>
      org
        .all('appUser')
        .filter(({ userId }) => user === undefined || userId === user)
        .map(({ appId, userId, scope, status, syncState, userName, externalId, error }) => ({
          key: loginOf(org, userId),
          value: {
            ...{ application: labelOf(org, appId), scope, status, syncState, userName },
            ...(externalId === undefined ? {} : { externalId }),
            ...(error === undefined ? {} : { error }),
          },
        }))
        .filter(({ value }) => application === undefined || value.application === application),
  })
}
