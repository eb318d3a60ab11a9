import { expect, test } from 'vitest'
import { type EntraFacts, entraGuide, NOT_IN_THE_TABLE } from './entra/guide/entra-guide.ts'
import { type JumpCloudFacts, jumpCloudGuide } from './jumpcloud/guide/jumpcloud-guide.ts'
import { doneOf, partsOf } from './parts/guide.ts'

const SOURCE = { status: 'active', workforceTypeRules: [{}], counts: { succeeded: 3 } }

const NOTHING: EntraFacts = {
  isForeign: false,
  source: undefined,
  app: undefined,
  assigned: 0,
  tenantUrl: '',
  threshold: null,
  isTested: false,
  groupRows: [],
  userRows: [],
  isInitialCycleDone: false,
  people: 0,
}
const MADE: EntraFacts = {
  ...NOTHING,
  source: SOURCE,
  app: 'Lark',
  assigned: 2,
  tenantUrl: 'http://a/scim?aadOptscim062020',
  threshold: 10,
  isTested: true,
  groupRows: [{ target: 'displayName', source: 'displayName' }],
  userRows: [
    { target: 'emails[type eq "work"].value', source: 'userPrincipalName' },
    { target: 'externalId', source: 'objectId' },
    { target: 'userType', source: 'employeeType' },
  ],
  isInitialCycleDone: true,
  people: 2,
}
const FRESH: JumpCloudFacts = {
  isForeign: false,
  source: undefined,
  application: undefined,
  identityManagement: false,
  isActive: false,
  userGroups: [],
  baseUrl: '',
  isTested: false,
  groupManagement: true,
  people: 0,
}

test('nothing is ticked of a world where nothing was done, and everything where all was', () => {
  expect([doneOf(entraGuide(NOTHING)), doneOf(jumpCloudGuide(FRESH))]).toEqual([0, 0])
  expect(entraGuide(MADE).filter(({ isDone }) => !isDone)).toEqual([])
  const made = { ...FRESH, source: SOURCE, application: 'Lark', identityManagement: true, isActive: true, people: 1 }
  const rest = { userGroups: ['Sales'], baseUrl: 'http://a', isTested: true, groupManagement: false }
  expect(jumpCloudGuide({ ...made, ...rest }).filter(({ isDone }) => !isDone)).toEqual([])
})

test.each<readonly [string, Partial<EntraFacts>, string]>([
  ['a tenant URL without its suffix', { tenantUrl: 'http://a/scim' }, 'Get started;'],
  [
    'a row that is not in the table',
    { userRows: [...MADE.userRows, { target: NOT_IN_THE_TABLE[0] ?? '', source: 'x' }] },
    'Provision Microsoft Entra ID Users: remove',
  ],
  [
    'an email address from mail',
    { userRows: [{ target: 'emails[type eq "work"].value', source: 'mail' }, ...MADE.userRows.slice(1)] },
    'Edit emails',
  ],
  [
    'externalId of groups',
    { groupRows: [{ target: 'externalId', source: 'objectId' }] },
    'Provision Microsoft Entra ID Groups',
  ],
  ['a source that is only saved', { source: { ...SOURCE, status: 'inactive' } }, 'Save and Activate'],
  ['a test that failed', { isTested: false }, 'Test Connection'],
])('%s is not ticked, and leads to where it is done', (_, change, text) => {
  const open = entraGuide({ ...MADE, ...change }).filter(({ isDone }) => !isDone)
  expect(open.map((line) => line.text)).toEqual([expect.stringContaining(text)])
  expect(open[0]?.to).toMatch(/^\/(lark|entra)\//)
})

test('where an endpoint of somebody stands in its place, the receiver’s half is left out', () => {
  expect(partsOf(entraGuide({ ...MADE, isForeign: true })).map(([part]) => part.slice(0, 3))).toEqual(['1.2', '1.3'])
  expect(doneOf(jumpCloudGuide({ ...FRESH, isForeign: true, people: 1 }))).toBe(1)
})
