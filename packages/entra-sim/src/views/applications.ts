import { defineView } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import { jobStatus } from '../acts/job-status.ts'
import type { EntraContext } from '../context.ts'
import { parseSettings } from '../job/settings.ts'

const ApplicationItem = z.object({
  id: z.string().describe('Object id of the service principal'),
  appId: z.string().describe('Application (client) id, a UUID'),
  name: z.string().describe('displayName of the service principal'),
  createdDateTime: z.string().describe('When the service principal was created: 2026-01-05T09:40:00Z'),
  assigned: z.number().int().describe('Users and groups that are assigned to it'),
  links: z.number().int().describe('How many objects its job has linked, as the view links lists them'),
  roles: z.array(z.string()).describe('Names of the app roles that can be assigned'),
  provisioning: z
    .enum(['None', 'NotConfigured', 'NotRun', 'Active', 'Paused', 'Quarantine'])
    .describe('Status of its job as Microsoft Graph has it; None without a job'),
})

export const applications = ({ ports }: EntraContext) =>
  defineView({
    name: 'applications',
    describes: 'Enterprise applications, with the status of their provisioning.',
    query: z.strictObject({}),
    item: ApplicationItem,
    watches: ['servicePrincipal', 'assignment', 'job', 'link'],
    read: () => {
      const { view } = ports
      const jobs = new Map(Array.from(view.jobs.values(), (job) => [job.servicePrincipalId, job]))
      const assigned = countsByResource(view)
      return [...view.servicePrincipals.values()]
        .filter(({ isApplicationOnly }) => !isApplicationOnly)
        .map((app) => {
          const job = jobs.get(app.id)
          const isConfigured = parseSettings(app.secrets).baseAddress !== ''
          const value = {
            id: app.id,
            appId: app.appId,
            name: app.displayName,
            createdDateTime: isoTime(app.createdAt),
            assigned: assigned.get(app.id) ?? 0,
            links: job ? view.jobData(job.id).links.size : 0,
            roles: app.appRoles.filter(({ isEnabled }) => isEnabled).map(({ displayName }) => displayName),
            provisioning: job ? jobStatus(job, isConfigured).code : ('None' as const),
          }
          return { key: app.displayName, value }
        })
    },
  })

/** How many are assigned to each application, by its id; a tenant with many of both is counted once. */
function countsByResource({ assignments }: EntraContext['ports']['view']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { resourceId } of assignments.values()) counts.set(resourceId, (counts.get(resourceId) ?? 0) + 1)
  return counts
}
