import { isoTime } from '@scimulator/shared/runtime'
import type { AppRole, AppRoleAssignment, ServicePrincipal } from '../../directory/service-principal.ts'
import type { EntraView } from '../../directory/state.ts'
import { NON_GALLERY_TEMPLATE_ID } from '../../job/job.ts'
import type { GraphResource } from '../collection.ts'

export function renderApplication(app: ServicePrincipal, view: EntraView): GraphResource {
  return {
    id: app.applicationId,
    appId: app.appId,
    applicationTemplateId: NON_GALLERY_TEMPLATE_ID,
    displayName: app.displayName,
    createdDateTime: isoTime(app.createdAt),
    identifierUris: [],
    publisherDomain: view.tenant.defaultDomain,
    signInAudience: 'AzureADMyOrg',
    appRoles: app.appRoles.map(renderRole),
  }
}

export function renderServicePrincipal(app: ServicePrincipal, view: EntraView): GraphResource {
  return {
    id: app.id,
    accountEnabled: true,
    appId: app.appId,
    applicationTemplateId: NON_GALLERY_TEMPLATE_ID,
    appDisplayName: app.displayName,
    appOwnerOrganizationId: view.tenant.tenantId,
    appRoleAssignmentRequired: true,
    displayName: app.displayName,
    servicePrincipalType: 'Application',
    tags: ['WindowsAzureActiveDirectoryCustomSingleSignOnApplication', 'WindowsAzureActiveDirectoryIntegratedApp'],
    appRoles: app.appRoles.map(renderRole),
  }
}

function renderRole({ id, value, displayName, isEnabled }: AppRole): object {
  const allowedMemberTypes = ['User']
  const rest = { isEnabled, origin: 'Application', value: value === '' ? null : value }
  return { allowedMemberTypes, description: displayName, displayName, id, ...rest }
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
