// An application that provisions over SCIM.
import { z } from 'zod'
import type { NullRule } from '../expression/index.ts'
import type { SchemaAttribute } from './schema-attribute.ts'
import { Profile } from './user.ts'

/** Made by the App Integration Wizard, or from a template of the catalogue (O101, O103). It never changes. */
export const KINDS = ['wizard', 'catalogue'] as const

/** The features under To App (O125, O933). */
export const Features = z.strictObject({
  createUsers: z.boolean().describe('Create Users'),
  updateUsers: z.boolean().describe('Update User Attributes'),
  deactivateUsers: z.boolean().describe('Deactivate Users'),
})
export type Features = z.infer<typeof Features>

export interface Connection {
  readonly baseUrl: string
  /** As it is sent in `Authorization`: the wizard adds the word Bearer, the catalogue sends what was typed (O113, O114); or Basic (O112). */
  readonly authorization: string
  /** What renews the access token (O138). */
  readonly oauth?: Grant
}

/** What is left of an authorization by code, which a person gives at the endpoint's page: no page is asked here. */
interface Grant {
  readonly tokenUrl: string
  readonly clientId: string
  readonly clientSecret: string
  readonly refreshToken: string
  /** When the access token is over, in milliseconds since the epoch; undefined if that was not told. */
  readonly expiresAt?: number
}

/** Where a value comes from: an attribute of Okta's profile, or emailType, which is Okta's expression for the type of the email (O241). */
export const Source = z.enum([...Profile.keyof().options, 'emailType'])

/** One attribute of the application's profile: what it is called at the endpoint, and where its value comes from. */
export interface Mapping {
  /** `title`, `name.givenName`, `emails.^[primary==true].value` (O240). */
  readonly externalName: string
  readonly externalNamespace: string
  /** An attribute of Okta's profile, emailType, or an expression (O801, O808). */
  readonly source: string
  /** Of an expression: what its text functions make of null. */
  readonly nullAs?: NullRule
  /** DONT_PUSH is on create only (O801). */
  readonly pushStatus: 'PUSH' | 'DONT_PUSH'
}

export interface Application {
  readonly id: string
  readonly label: string
  readonly kind: (typeof KINDS)[number]
  readonly status: 'ACTIVE' | 'INACTIVE'
  readonly features: Features
  readonly connection?: Connection
  readonly mappings: readonly Mapping[]
  /** What Import User Schema has found; Add Attribute offers it. */
  readonly schema?: readonly SchemaAttribute[]
  readonly signOnMode?: (typeof SIGN_ON_MODES)[number]
  readonly created?: string
  readonly lastUpdated?: string
}

/** How people sign in to it, which is nothing for provisioning. */
export const SIGN_ON_MODES = [
  ...(['AUTO_LOGIN', 'BASIC_AUTH', 'BOOKMARK', 'BROWSER_PLUGIN', 'OPENID_CONNECT'] as const),
  ...(['SAML_1_1', 'SAML_2_0', 'SECURE_PASSWORD_STORE', 'WS_FEDERATION'] as const),
] as const

const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User'
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

function mapped(externalName: string, source: z.infer<typeof Source>, externalNamespace = CORE): Mapping {
  return { externalName, externalNamespace, source, pushStatus: 'PUSH' }
}

/** What is mapped at first (O207, O230), in the order in which a POST has it. */
export const FIRST_MAPPINGS: readonly Mapping[] = [
  mapped('name.givenName', 'firstName'),
  mapped('name.familyName', 'lastName'),
  mapped('emails.^[primary==true].value', 'email'),
  mapped('emails.^[primary==true].type', 'emailType'),
  mapped('displayName', 'displayName'),
  mapped('locale', 'locale'),
  mapped('title', 'title'),
  mapped('department', 'department', ENTERPRISE),
]
