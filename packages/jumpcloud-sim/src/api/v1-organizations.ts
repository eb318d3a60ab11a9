import { VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { NewUserStates, type Organization } from '../directory/organization.ts'
import type { OrgView } from '../state/view.ts'
import { v1List } from './lists.ts'
import { type ApiRequest, type Operation, ok, param } from './operation.ts'

const OrganizationBody = z.object({
  settings: z.object({ newSystemUserStateDefaults: NewUserStates.partial().optional() }).optional(),
})

export const organizationOperations: readonly Operation[] = [
  {
    method: 'GET',
    template: '/api/organizations',
    run: ({ view }, request) => v1List(request, view.organization ? [listedOrganization(view.organization)] : []),
  },
  {
    method: 'GET',
    template: '/api/organizations/{id}',
    run: ({ view }, request) => ok(renderOrganization(requireOrganization(view, request))),
  },
  {
    method: 'PUT',
    template: '/api/organizations/{id}',
    run(engine, request) {
      const organization = requireOrganization(engine.view, request)
      const wanted = OrganizationBody.parse(request.body).settings?.newSystemUserStateDefaults ?? {}
      const defaults = { ...organization.settings.newSystemUserStateDefaults }
      for (const way of NewUserStates.keyof().options) defaults[way] = wanted[way] ?? defaults[way]
      const next = { ...organization, settings: { newSystemUserStateDefaults: defaults } }
      engine.commit([{ kind: 'organization.put', organization: next }])
      return ok(renderOrganization(next))
    },
  },
]

function requireOrganization({ organization }: OrgView, request: ApiRequest): Organization {
  if (organization?.id === param(request, 'id')) return organization
  throw new VerbError('not-found', `There is no organization ${param(request, 'id')}`)
}

function renderOrganization({ id, displayName, created, settings }: Organization): Readonly<Record<string, unknown>> {
  return { _id: id, displayName, created, hasStripeCustomerId: false, settings }
}

/** Lists show less of an organisation than it shows of itself. */
function listedOrganization({ id, displayName }: Organization): Readonly<Record<string, unknown>> {
  return { _id: id, displayName, logoUrl: '' }
}
