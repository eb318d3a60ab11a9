import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { NoQuery } from './queries.ts'

export function groupRulesView({ org }: Engine) {
  return defineView({
    name: 'group-rules',
    describes: 'Group rules, by name.',
    query: NoQuery,
    item: z.object({
      id: z.string().describe('Id at Okta'),
      status: z.enum(['ACTIVE', 'INACTIVE', 'INVALID']).describe('INVALID once one of its groups is gone'),
      expression: z.string().describe('True for whom it is'),
      groups: z.array(z.string()).describe('Groups that they are put into, by name'),
    }),
    watches: ['groupRule', 'group'],
    read: () =>
      org.all('groupRule').map(({ id, name, status, expression, groupIds }) => ({
        key: name,
        value: {
          id,
          status,
          expression,
          groups: groupIds.map((groupId) => org.get('group', groupId)?.name ?? groupId),
        },
      })),
  })
}
