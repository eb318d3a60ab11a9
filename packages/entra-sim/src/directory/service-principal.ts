export interface AppRole {
  readonly id: string
  readonly value: string
  readonly displayName: string
  readonly isEnabled: boolean
  /** Default the display name. */
  readonly description?: string
  /** Default users alone. */
  readonly allowedMemberTypes?: readonly string[]
}

/** One entry of Graph's synchronizationSecretKeyStringValuePair. */
export interface Secret {
  readonly key: string
  readonly value: string
}

/** An enterprise application in the tenant, with its application object and the secrets of its provisioning. */
export interface ServicePrincipal {
  readonly id: string
  readonly appId: string
  /** Object id of the application. */
  readonly applicationId: string
  readonly displayName: string
  readonly appRoles: readonly AppRole[]
  readonly secrets: readonly Secret[]
  readonly createdAt: number
  /** What administrators wrote that provisioning never reads, such as tags, to be shown again. */
  readonly kept?: { readonly application: Properties; readonly servicePrincipal: Properties }
  readonly owners?: Owners
  /** Registered, not instantiated from a template (Graph: Create application). */
  readonly isRegistered?: true
  /** Registered without a service principal so far. */
  readonly isApplicationOnly?: true
  /** Factory tag of the gallery application that it was made from; undefined for one of one's own. */
  readonly factoryTag?: string
}

/** Object ids of the people who own the application, and its service principal. */
export interface Owners {
  readonly application: readonly string[]
  readonly servicePrincipal: readonly string[]
}

export type Properties = Readonly<Record<string, unknown>>

/** Graph appRoleAssignment: a user or a group may use an app in a role. */
export interface AppRoleAssignment {
  readonly id: string
  readonly principalId: string
  readonly principalType: 'User' | 'Group'
  /** Object id of the service principal. */
  readonly resourceId: string
  readonly appRoleId: string
  readonly createdAt: number
}

/** The role of those who were assigned without choosing one (Graph: default access). */
export const DEFAULT_ACCESS_ROLE = '00000000-0000-0000-0000-000000000000'

/** The role `User` that an app instantiated from the non-gallery template brings along. */
export const USER_ROLE = '18d14569-c3bd-439b-9a66-3a2aee01d14f'

/** Its second role, for single sign-on (Microsoft Graph: Configure application proxy, sample of instantiate). */
export const MSIAM_ACCESS_ROLE = 'b9632174-c057-4f7e-951b-be3adc52bfe6'
