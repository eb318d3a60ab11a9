import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { labelOf } from './names.ts'
import { ByApplication } from './queries.ts'

export function groupPushesView({ org }: Engine) {
  return defineView({
    name: 'group-pushes',
    describes: 'The tab Push Groups: pushed groups by name, with their status.',
    query: ByApplication,
    item: z.object({
      application: z.string().describe('Label'),
      status: z.enum(['ACTIVE', 'INACTIVE', 'ERROR']).describe('Push status'),
      targetName: z.string().optional().describe('Name that was written last'),
      members: z.number().describe('How many members were written last'),
      errorSummary: z.string().optional().describe('Why the last push failed'),
    }),
    watches: ['groupPush', 'group', 'application'],
    read: ({ application }) =>
      org
        .all('groupPush')
        .map(({ appId, sourceGroupId, status, targetName, pushed, errorSummary }) => ({
          key: org.get('group', sourceGroupId)?.name ?? sourceGroupId,
          value: {
            ...{ application: labelOf(org, appId), status, members: pushed.length },
            ...(targetName === undefined ? {} : { targetName }),
            ...(errorSummary === undefined ? {} : { errorSummary }),
          },
        }))
        .filter(({ value }) => application === undefined || value.application === application),
  })
}
