// Lark's help page "Sync user data from Microsoft Entra ID to Lark", II.1.

import { type GuideLine, linesOf, type SourceFact, sourceLines } from '../../parts/guide.ts'
import { paths } from '../../paths.ts'

interface Row {
  readonly target: string
  readonly source: string
}

export interface EntraFacts {
  readonly isForeign: boolean
  readonly source: SourceFact | undefined
  /** Name of the application; undefined before there is one. */
  readonly app: string | undefined
  readonly assigned: number
  readonly tenantUrl: string
  readonly threshold: number | null
  /** Whether a look for somebody who cannot exist was answered well. */
  readonly isTested: boolean
  readonly groupRows: readonly Row[]
  readonly userRows: readonly Row[]
  readonly isInitialCycleDone: boolean
  readonly people: number
}

/** Targets of the rows that the page's table does not have. */
export const NOT_IN_THE_TABLE: readonly string[] = [
  'preferredLanguage',
  'name.formatted',
  ...['formatted', 'streetAddress', 'locality', 'region', 'postalCode'].map(
    (part) => `addresses[type eq "work"].${part}`,
  ),
  'phoneNumbers[type eq "work"].value',
  'phoneNumbers[type eq "fax"].value',
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager',
]

export function entraGuide(facts: EntraFacts): readonly GuideLine[] {
  const { isForeign, source } = facts
  const receiver = sourceLines('1.1 The sync source in Lark', 'EntraID', source, {
    add: paths.addSource,
    list: paths.directorySync,
  })
  return [...(isForeign ? [] : receiver), ...appLines(facts), ...resultLines(facts)]
}

function appLines(facts: EntraFacts): readonly GuideLine[] {
  const { app, tenantUrl, isTested, threshold, assigned, isInitialCycleDone } = facts
  const to = (path: (app: string) => string): string => (app === undefined ? paths.newEntraApp : path(app))
  return linesOf('1.2 Create an app in Entra ID', [
    ['Enterprise applications, New application, Create your own application', app !== undefined, to(paths.entraApp)],
    [
      'Get started; Automatic for Provisioning Mode; Tenant URL with the suffix ?aadOptscim062020, and Secret Token',
      tenantUrl.includes('?aadOptscim062020'),
      to(paths.entraEdit),
    ],
    ['Test Connection, then Save', isTested && tenantUrl !== '', to(paths.entraEdit)],
    ...mappingSteps(facts, to),
    ['Prevent accidental deletion, with a threshold', (threshold ?? 0) > 0, to(paths.entraEdit)],
    ['Users and groups, Add user/group, Assign', assigned > 0, to(paths.entraAssignments)],
    ['Start provisioning', isInitialCycleDone, to(paths.entraProvisioning)],
  ])
}

/** The page's table implies two edits that it does not name. */
function mappingSteps({ app, groupRows, userRows }: EntraFacts, to: (path: (app: string) => string) => string) {
  const has = (target: string, source: string): boolean =>
    userRows.some((row) => row.target === target && row.source === source)
  const isThere = app !== undefined
  const groups = to((name) => paths.entraMapping(name, 'Group'))
  const users = to((name) => paths.entraMapping(name, 'User'))
  const unneeded = userRows.filter(({ target }) => NOT_IN_THE_TABLE.includes(target)).length
  return [
    [
      'Provision Microsoft Entra ID Groups: delete externalId',
      isThere && groupRows.length > 0 && !groupRows.some(({ target }) => target === 'externalId'),
      groups,
    ],
    [
      'Provision Microsoft Entra ID Users: remove the attribute mappings that are not in the table',
      isThere && userRows.length > 0 && unneeded === 0,
      users,
    ],
    [
      'Edit emails[type eq "work"].value: its source is userPrincipalName',
      has('emails[type eq "work"].value', 'userPrincipalName'),
      users,
    ],
    ['Edit externalId: its source is objectId', has('externalId', 'objectId'), users],
    ['Add New Mapping: userType from employeeType', has('userType', 'employeeType'), users],
  ] as const
}

function resultLines({ isForeign, source, people }: EntraFacts): readonly GuideLine[] {
  const part = '1.3 Verify the results'
  if (isForeign) return linesOf(part, [['The people are at your endpoint', people > 0, paths.targetUsers]])
  return linesOf(part, [
    ['Members are there, with SCIM data source', people > 0 && source !== undefined, paths.members],
    ['The sync log has them', (source?.counts.succeeded ?? 0) > 0, paths.syncLog],
  ])
}
