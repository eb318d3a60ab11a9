import { defineView } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { familiarName } from '../directory/entra-user.ts'
import { AppName, appAndJob } from '../verbs/inputs.ts'

const LinkItem = z.object({
  objectId: z.string().describe('Object id of the user or group'),
  objectType: z.enum(['User', 'Group']).describe('Whether the source object is a user or a group'),
  targetId: z.string().describe('The SCIM id'),
  targetName: z.string().describe('userName of the target’s user, or displayName of its group, as last seen'),
  linkedAt: z.string().describe('When the two were linked: 2026-01-05T09:40:00Z'),
  managed: z.boolean().describe('False once the object was unassigned or left scope'),
  active: z.boolean().describe('Whether the target account was left enabled'),
  deletionSeen: z.boolean().describe('Whether a cycle has seen the object in the bin'),
  manager: z.string().nullable().describe('Target id of the manager'),
})

export const links = (context: EntraContext) =>
  defineView({
    name: 'links',
    describes: 'Object connections of a job: which target resource belongs to which source object.',
    query: z.strictObject({ app: AppName }),
    item: LinkItem,
    watches: ['link', 'user', 'group', 'servicePrincipal', 'job'],
    read: ({ app }) => {
      const { view } = context.ports
      return [...view.jobData(appAndJob(context, app).job.id).links.values()].map((link) => {
        const user = view.users.get(link.objectId)
        const name = user ? familiarName(user) : (view.groups.get(link.objectId)?.displayName ?? link.targetName)
        return { key: name, value: { ...link, linkedAt: isoTime(link.linkedAt) } }
      })
    },
  })
