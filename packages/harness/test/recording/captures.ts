// Requests that others have seen of real tenants, as they are cited in public: what is left out there is left out here.
import type { Exchange, ScimRequest } from '@scimulator/shared/provisioning'
import type { RecordedPurpose } from '../../src/recording/recognise/purpose-of.ts'
import type { RequestSender } from '../../src/recording/recognise/recognise.ts'

export interface Capture {
  readonly source: string
  readonly sender: RequestSender
  readonly purpose: RecordedPurpose
  readonly request: ScimRequest
  /** Its form is sent by many; what came before it in any activity of Entra ID tells whose it is (SCIMReferenceCode#63). */
  readonly isCommon?: true
}

const BASE = 'https://app.example/scim/v2'
const ID = '2819c223-7f76-453a-919d-413861904646'
const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const USER = ['urn:ietf:params:scim:schemas:core:2.0:User', ENTERPRISE]

export const PROBE: ScimRequest = {
  method: 'GET',
  url: `${BASE}/Users?filter=userName+eq+%22cf4d78e8-01b2-4f7f-9d7b-5d8b5d8f6f2a%22`,
  headers: [],
}

function get(path: string, headers: ScimRequest['headers'] = []): ScimRequest {
  return { method: 'GET', url: `${BASE}${path}`, headers }
}

function write(method: 'POST' | 'PUT' | 'PATCH', path: string, body: object): ScimRequest {
  return {
    method,
    url: `${BASE}${path}`,
    headers: [['Content-Type', 'application/scim+json; charset=utf-8']],
    body: JSON.stringify(body),
  }
}

const patch = (path: string, ...Operations: object[]): ScimRequest =>
  write('PATCH', path, { schemas: [PATCH], Operations })

export const CAPTURES: readonly Capture[] = [
  { source: 'SCIMReferenceCode#63', sender: 'entraUnclear', purpose: 'probe', request: PROBE },
  {
    source: 'azure-docs#21660',
    sender: 'entraUnclear',
    purpose: 'probe',
    request: get('/Users?filter=externalId+eq+%22cf4d78e8-01b2-4f7f-9d7b-5d8b5d8f6f2a%22', [['adscimversion', '5.0']]),
  },
  {
    source: 'azure-docs#11784',
    sender: 'entraUnclear',
    purpose: 'match',
    request: get('/Users?filter=externalId+eq+%22johnwong%22'),
    isCommon: true,
  },
  {
    source: 'SCIMDEV, group lookup',
    sender: 'entraUnclear',
    purpose: 'match',
    request: get('/Groups?excludedAttributes=members&filter=displayName+eq+%22Sales%22'),
  },
  {
    source: 'SCIMDEV, linked group',
    sender: 'entraUnclear',
    purpose: 'read',
    request: get(`/Groups/${ID}?excludedAttributes=members`),
    isCommon: true,
  },
  {
    source: 'SCIMDEV, linked user',
    sender: 'entraUnclear',
    purpose: 'read',
    request: get(`/Users/${ID}`),
    isCommon: true,
  },
  {
    source: 'SCIMDEV example 4',
    sender: 'entraUnclear',
    purpose: 'check-reference',
    request: get(`/Users?attributes=id&filter=id+eq+%22${ID}%22+and+manager+eq+%22${ID}%22`),
  },
  {
    source: 'SCIMDEV, create user',
    sender: 'entraUnclear',
    purpose: 'create',
    request: write('POST', '/Users', {
      schemas: USER,
      externalId: 'alice',
      userName: 'alice@contoso.com',
      active: true,
      displayName: 'Alice A',
      emails: [{ primary: true, type: 'work', value: 'alice@contoso.com' }],
      meta: { resourceType: 'User' },
      name: { formatted: 'Alice A', familyName: 'A', givenName: 'Alice' },
      roles: [],
    }),
  },
  {
    source: 'SCIMDEV, create group',
    sender: 'entraUnclear',
    purpose: 'create',
    request: write('POST', '/Groups', {
      schemas: [
        'urn:ietf:params:scim:schemas:core:2.0:Group',
        'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group',
      ],
      externalId: ID,
      displayName: 'Sales',
      meta: { resourceType: 'Group' },
    }),
  },
  {
    source: 'SCIMDEV, update user',
    sender: 'entraLegacy',
    purpose: 'update',
    request: patch(
      `/Users/${ID}`,
      { op: 'Replace', path: 'displayName', value: 'Pvlo' },
      { op: 'Replace', path: 'emails[type eq "work"].value', value: 'x@y.com' },
      { op: 'Add', path: `${ENTERPRISE}:department`, value: 'Retail' },
    ),
  },
  {
    source: 'laravel-scim-server#34',
    sender: 'entraLegacy',
    purpose: 'update',
    request: patch(
      `/Users/${ID}`,
      { op: 'Replace', path: 'displayName', value: 'A' },
      { op: 'Add', path: 'title', value: 'B' },
    ),
  },
  {
    source: 'SCIMDEV, disable with a boolean',
    sender: 'entraLegacy',
    purpose: 'disable',
    request: patch(`/Users/${ID}`, { op: 'Replace', path: 'active', value: false }),
  },
  {
    source: 'COMPAT; scim-patch#872, scimmy#51',
    sender: 'entraLegacy',
    purpose: 'disable',
    request: patch(`/Users/${ID}`, { op: 'Replace', path: 'active', value: 'False' }),
  },
  {
    source: 'scimmy#86',
    sender: 'entraLegacy',
    purpose: 'disable',
    request: patch(`/Users/${ID}`, { op: 'Replace', path: 'active', value: 'false' }),
  },
  {
    source: 'sentry self-hosted#3573',
    sender: 'entraLegacy',
    purpose: 'enable',
    request: patch(`/Users/${ID}`, { op: 'Add', path: 'active', value: 'True' }),
  },
  {
    source: 'COMPAT, disable with the flag',
    sender: 'entraUnclear',
    purpose: 'disable',
    request: patch(`/Users/${ID}`, { op: 'replace', path: 'active', value: false }),
    isCommon: true,
  },
  {
    source: 'scim-patch#132, scimitar#123',
    sender: 'entra',
    purpose: 'update',
    request: patch(
      `/Users/${ID}`,
      { op: 'replace', path: 'emails[type eq "work"].value', value: 'x@y.com' },
      { op: 'add', value: { 'name.givenName': 'K', displayName: 'Bjfe' } },
    ),
  },
  {
    source: 'snipe-it#19115',
    sender: 'entra',
    purpose: 'update',
    request: patch(`/Users/${ID}`, {
      op: 'replace',
      value: { displayName: 'Bjfe', [`${ENTERPRISE}:department`]: 'A' },
    }),
  },
  {
    source: 'snipe-it#19096',
    sender: 'entraUnclear',
    purpose: 'change-members',
    request: patch('/Groups/11', { op: 'replace', path: 'members', value: [{ value: '673' }] }),
    isCommon: true,
  },
  {
    source: 'azure-docs#73842',
    sender: 'entraLegacy',
    purpose: 'set-manager',
    request: patch(`/Users/${ID}`, { op: 'Add', path: `${ENTERPRISE}:manager`, value: ID }),
  },
  {
    source: 'SCIM-SDK#686',
    sender: 'entra',
    purpose: 'set-manager',
    request: patch(`/Users/${ID}`, { op: 'add', path: `${ENTERPRISE}:manager`, value: ID }),
  },
  {
    source: 'scim-patch#453',
    sender: 'entraUnclear',
    purpose: 'remove-manager',
    request: patch(`/Users/${ID}`, { op: 'remove', path: `manager[value eq "${ID}"]` }),
    isCommon: true,
  },
  {
    source: 'SCIM-SDK#653, VAL',
    sender: 'entraLegacy',
    purpose: 'remove-manager',
    request: patch(`/Users/${ID}`, { op: 'Replace', path: `${ENTERPRISE}:manager`, value: '' }),
  },
  {
    source: 'SCIM-SDK#167, scim-patch#959',
    sender: 'entraLegacy',
    purpose: 'add-member',
    request: patch(`/Groups/${ID}`, { op: 'Add', path: 'members', value: [{ value: ID }] }),
  },
  {
    source: 'SCIMDEV, with $ref',
    sender: 'entraLegacy',
    purpose: 'add-member',
    request: patch(`/Groups/${ID}`, { op: 'Add', path: 'members', value: [{ $ref: null, value: ID }] }),
  },
  {
    source: 'COMPAT, member removed without the flag',
    sender: 'entraLegacy',
    purpose: 'remove-member',
    request: patch(`/Groups/${ID}`, { op: 'Remove', path: 'members', value: [{ value: ID }] }),
  },
  {
    source: 'COMPAT, member removed with the flag',
    sender: 'entraUnclear',
    purpose: 'remove-member',
    request: patch(`/Groups/${ID}`, { op: 'remove', path: `members[value eq "${ID}"]` }),
    isCommon: true,
  },
  {
    source: 'CUST, role without the flag',
    sender: 'entraLegacy',
    purpose: 'update',
    request: patch(`/Users/${ID}`, {
      op: 'Add',
      path: 'roles',
      value: [{ value: '{"id":"1","value":"25","displayName":"Role1234"}' }],
    }),
  },
  {
    source: 'SCIMDEV, delete',
    sender: 'entraUnclear',
    purpose: 'delete',
    request: { method: 'DELETE', url: `${BASE}/Users/${ID}`, headers: [] },
    isCommon: true,
  },
  {
    source: 'langwatch#7131, with the flag',
    sender: 'entraUnclear',
    purpose: 'update',
    request: patch(`/Groups/${ID}`, { op: 'replace', value: { displayName: 'B' } }),
    isCommon: true,
  },
  {
    source: 'jumpcloud.md 4.2 A',
    sender: 'jumpcloud',
    purpose: 'create',
    request: write('POST', '/Users', {
      active: true,
      addresses: [
        {
          country: 'US',
          locality: 'locality',
          postalCode: '80027',
          primary: true,
          region: 'region',
          streetAddress: 'street-address',
          type: 'work',
        },
      ],
      displayName: 'displayname',
      emails: [{ primary: true, type: 'work', value: 'testuser@example.io' }],
      externalId: '66e2d689590450d073d2df3b',
      locale: 'en-US',
      name: { familyName: 'lastname', givenName: 'firstname' },
      phoneNumbers: [{ primary: true, type: 'work', value: 'tel:+1-555-555-5555' }],
      preferredLanguage: 'en-US',
      schemas: USER,
      userName: 'testuser@example.io',
    }),
  },
  {
    source: 'jumpcloud.md 4.2 B',
    sender: 'jumpcloud',
    purpose: 'update',
    request: write('PUT', `/Users/${ID}`, {
      active: true,
      addresses: [],
      displayName: 'John Doe',
      emails: [{ primary: true, type: 'work', value: 'john.doe@example.io' }],
      externalId: '664447f5c0c418f2d05e5318',
      id: ID,
      locale: 'en-US',
      name: { familyName: 'Doe', givenName: 'John' },
      phoneNumbers: [],
      photos: [{ value: 'https://img.example.com/a.png' }],
      preferredLanguage: 'en-US',
      schemas: [...USER].reverse(),
      title: 'Captain',
      [ENTERPRISE]: { department: 'C-Suite' },
      userName: 'john.doe@example.com',
    }),
  },
  {
    source: 'jumpcloud.md 4.2 C',
    sender: 'jumpcloud',
    purpose: 'update',
    request: write('PUT', `/Users/${ID}`, {
      active: true,
      emails: null,
      id: ID,
      name: { familyName: 'lastname', givenName: 'firstname' },
      schemas: [USER[0]],
      userName: 'testuser@example.io',
    }),
  },
]

export function seen(request: ScimRequest): Exchange {
  return { request, startedAt: 0, durationMs: 0 }
}
