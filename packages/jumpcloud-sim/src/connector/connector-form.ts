import { VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Application } from '../directory/application.ts'
import { OPTIONAL_ATTRIBUTES } from '../push/map-user.ts'

/** The form of the Identity Management tab. Defaults are the console's. */
export const ConnectorForm = z.strictObject({
  apiType: z
    .enum(['SCIM API', 'REST API'])
    .default('SCIM API')
    .describe('SCIM API; a REST API is for imports only and is refused'),
  scimVersion: z
    .enum(['1.1', '2.0'])
    .default('2.0')
    .describe('2.0; 1.1 is refused, nothing is known of how it is spoken'),
  baseUrl: z.string().describe('Base URL of the service provider, as typed; a trailing slash is kept and doubles'),
  token: z.string().min(1).describe('Token Key, without "Bearer "').meta({ secret: true }),
  testUserEmail: z.email().describe('Test User Email: an address that no user has at the target'),
  groupManagement: z.boolean().default(true).describe('Enable management of User Groups and Group Membership'),
  syncPassword: z.boolean().default(false),
  excludedAttributes: z.array(z.enum(OPTIONAL_ATTRIBUTES)).default([]).describe('Optional attributes not to export'),
})
export type ConnectorForm = z.infer<typeof ConnectorForm>

/** What is wrong with a form, in a sentence; undefined when it can be saved. */
export function formProblem(form: ConnectorForm): string | undefined {
  if (form.apiType !== 'SCIM API') {
    return 'API Type "REST API" only imports users. To export users choose "SCIM API".'
  }
  if (form.scimVersion !== '2.0') {
    return 'SCIM Version 1.1 is not simulated: no public evidence shows what JumpCloud sends with it. Choose 2.0.'
  }
  return urlProblem(form.baseUrl)
}

/** The form as it was last saved, to change a part of it. */
export function formOf({ connector, displayLabel }: Application): ConnectorForm {
  if (!connector) throw new VerbError('refused', `Identity Management of ${displayLabel} is not configured yet`)
  return ConnectorForm.parse({
    baseUrl: connector.baseUrl,
    token: connector.token,
    testUserEmail: connector.testUserEmail,
    groupManagement: connector.groupManagement,
    syncPassword: connector.syncPassword,
    excludedAttributes: connector.excludedAttributes,
  })
}

/** Production demands https; http is let through to loopback, where receivers under test listen, and to names that a test made up. */
function urlProblem(baseUrl: string): string | undefined {
  if (!URL.canParse(baseUrl)) return `Base URL "${baseUrl}" is no URL. Write it as https://host/path.`
  const { protocol, hostname, search, hash } = new URL(baseUrl)
  if (search !== '' || hash !== '') return `Base URL "${baseUrl}" must end with its path; "/Users" is put behind it.`
  if (protocol === 'https:') return undefined
  if (protocol === 'http:' && isLocal(hostname)) return undefined
  return `Base URL "${baseUrl}" must begin with https:// (http:// is accepted for loopback and .example, .test, .localhost names)`
}

function isLocal(hostname: string): boolean {
  return /^(127(\.\d{1,3}){3}|\[::1\]|localhost|.*\.(example|test|localhost|invalid)|[a-z0-9-]+)$/i.test(hostname)
}
