import { isoTime } from '@scimulator/shared/runtime'
import type { AppRole, AppRoleAssignment, ServicePrincipal } from '../../directory/service-principal.ts'
import { NON_GALLERY_TEMPLATE_ID } from '../../job/job.ts'
import { GALLERY_APPS } from '../../job/job-template.ts'
import type { EntraView } from '../../state/state.ts'
import type { GraphResource } from '../collection.ts'

export function renderApplication(app: ServicePrincipal, view: EntraView): GraphResource {
  return {
    id: app.applicationId,
    appId: app.appId,
    applicationTemplateId: templateIdOf(app),
    displayName: app.displayName,
    createdDateTime: isoTime(app.createdAt),
    identifierUris: [],
    publisherDomain: view.tenant.defaultDomain,
    signInAudience: 'AzureADMyOrg',
    tags: [],
    ...app.kept?.application,
    appRoles: app.appRoles.map(renderRole),
  }
}

export function renderServicePrincipal(app: ServicePrincipal, view: EntraView): GraphResource {
  return {
    id: app.id,
    accountEnabled: true,
    appId: app.appId,
    applicationTemplateId: templateIdOf(app),
    appDisplayName: app.displayName,
    appOwnerOrganizationId: view.tenant.tenantId,
    appRoleAssignmentRequired: true,
    displayName: app.displayName,
    servicePrincipalType: 'Application',
    tags: ['WindowsAzureActiveDirectoryCustomSingleSignOnApplication', 'WindowsAzureActiveDirectoryIntegratedApp'],
    ...app.kept?.servicePrincipal,
    appRoles: app.appRoles.map(renderRole),
  }
}

/** What is registered comes from no template. */
function templateIdOf({ isRegistered, factoryTag }: ServicePrincipal): string | null {
  const gallery = GALLERY_APPS.find((one) => one.factoryTag === factoryTag)
  if (gallery !== undefined) return gallery.id
  return isRegistered ? null : NON_GALLERY_TEMPLATE_ID
}

function renderRole(role: AppRole): object {
  const { id, value, displayName, isEnabled, description = displayName, allowedMemberTypes = ['User'] } = role
  const rest = { isEnabled, origin: 'Application', value: value === '' ? null : value }
  return { allowedMemberTypes, description, displayName, id, ...rest }
}

export function renderAssignment(assignment: AppRoleAssignment, view: EntraView): GraphResource {
  const { id, principalId, principalType, resourceId, appRoleId, createdAt } = assignment
  return {
    id,
    deletedDateTime: null,
    appRoleId,
    createdDateTime: isoTime(createdAt),
    principalDisplayName: principalName(view, principalId),
    principalId,
    principalType,
    resourceDisplayName: view.servicePrincipals.get(resourceId)?.displayName ?? null,
    resourceId,
  }
}

function principalName(view: EntraView, id: string): string | null {
  const name = view.users.get(id)?.attributes.displayName ?? view.groups.get(id)?.displayName
  return name === undefined ? null : String(name)
}
