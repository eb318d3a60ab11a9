import type { AppRoleAssignment, ServicePrincipal } from './service-principal.ts'

/**
 * One half of an enterprise application in the bin: its application object or its service principal. They are deleted together and come
 * back one by one (Graph: Restore deleted item).
 */
export interface DeletedApp {
  readonly resource: 'application' | 'servicePrincipal'
  /** As it was. */
  readonly app: ServicePrincipal
  /** Of the service principal. */
  readonly assignments: readonly AppRoleAssignment[]
  readonly deletedAt: number
}

/** Object id of this half. */
export function deletedAppId({ resource, app }: Pick<DeletedApp, 'resource' | 'app'>): string {
  return resource === 'application' ? app.applicationId : app.id
}
