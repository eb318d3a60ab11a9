import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { ByApplication } from './queries.ts'

export function groupAssignmentsView({ org }: Engine) {
  return defineView({
    name: 'group-assignments',
    describes: 'Groups that applications are assigned to, by name: who is in one has the application.',
    query: ByApplication,
    item: z.object({
      application: z.string().describe('Label'),
      groupId: z.string().describe('Id of the group'),
      created: z.string().optional().describe('When it was assigned'),
    }),
    watches: ['assignment', 'application', 'group'],
    read: ({ application }) =>
      org.all('assignment').flatMap(({ appId, type, id, created }) => {
        const label = org.get('application', appId)?.label ?? appId
        const group = type === 'group' ? org.get('group', id) : undefined
        if (!group || (application ?? label) !== label) return []
        return [{ key: group.name, value: { application: label, groupId: id, ...(created && { created }) } }]
      }),
  })
}
