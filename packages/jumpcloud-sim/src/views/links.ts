import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'

const LinkItem = z.object({
  type: z.enum(['user', 'user_group']).describe('What it is at JumpCloud'),
  objectId: z.string().describe("JumpCloud's id of it"),
  targetId: z.string().describe("The target's id of it"),
  application: z.string().describe('Display label'),
})

export function linksView({ view }: Engine) {
  return defineView({
    name: 'links',
    describes: 'What the connectors know of objects at their targets: by user name or group name, the id there.',
    query: z.strictObject({ application: z.string().optional().describe('Display label') }),
    item: LinkItem,
    watches: ['link', 'application', 'user', 'group'],
    read: ({ application }) =>
      [...view.links.values()]
        .map((link) => ({ ...link, application: view.applications.get(link.applicationId)?.displayLabel ?? '' }))
        .filter((link) => application === undefined || link.application === application)
        .map(({ type, objectId, targetId, application: label }) => {
          const name = type === 'user' ? view.users.get(objectId)?.username : view.groups.get(objectId)?.name
          return { key: name ?? objectId, value: { type, objectId, targetId, application: label } }
        }),
  })
}
