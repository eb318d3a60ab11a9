// What the two help pages ask for, by the ids under which the project proves it. "decided" marks what the pages leave open.

export interface CoverageId {
  readonly id: string
  readonly what: string
  readonly from: string
}

const rows: readonly (readonly [string, string, string])[] = [
  ['A01', 'An administrator adds a sync source and picks its kind: Entra ID or JumpCloud', 'E J'],
  [
    'A02',
    'Only primary administrators or those with the directory-sync permission configure; admin logs need theirs',
    'E J',
  ],
  ['A03', 'The source has a token and a URL; the token can be refreshed and the old one then stops working', 'E'],
  ['A04', 'The token is shown once, stored as a hash, and expires (default after a year)', 'decided'],
  ['A05', 'Workforce-type rules; at most 15, a 16th is refused', 'E J'],
  ['A06', 'An employee type without a rule leaves the workforce type unset and says so in the sync log', 'decided'],
  ['A07', 'Member notification: whether members that a sync creates are told (Entra ID page only)', 'E'],
  ['A08', 'Member deletion rule: deactivate, delete or reject', 'E J'],
  ['A09', 'Administrator notification; of an expired token those hear who may configure', 'E J'],
  ['A10', 'Identifying attributes: the user name first, then the attributes that were chosen', 'E J'],
  ['A11', 'A created user is associated with the existing member of the same email address', 'E'],
  [
    'A12',
    'Active managed member: 409; inactive by SCIM DELETE: returned; two different members: 409 naming both',
    'decided',
  ],
  ['A13', 'Deleted members can be matched by mistake; kept 30 days, purged, restored with a warning', 'E'],
  ['A14', 'Preview; then Save, or Save and activate', 'E J'],
  ['A15', 'An inactive source refuses connection tests and syncs (403); a bad token is 401', 'E J'],
  ['A16', 'Deactivate, activate, edit (counts from the next request), delete (members stay)', 'E J'],
  ['A17', 'One directory per organisation; a source sees only what it manages', 'decided'],
  ['B01', 'userName: ExternalID, required, unique in the organisation', 'E J'],
  ['B02', 'Work email address: email, required, unique in the organisation', 'E J'],
  ['B03', 'Department: created when no department has that name, data source SCIM', 'E J'],
  ['B04', 'displayName: Name, required', 'E J'],
  ['B05', 'employeeNumber: EmployeeID, unique in the organisation', 'E J'],
  ['B06', 'userType: EmployeeType, through the workforce-type rules', 'E J'],
  ['B07', 'name.givenName, name.familyName: FirstName, LastName', 'E J'],
  ['B08', 'title: JobTitleID, created like a department', 'E J'],
  ['B09', 'Country: ISO 3166-1 alpha-2 for an Entra ID source, as it comes for JumpCloud', 'E J'],
  ['B10', 'nickName: AnotherName', 'E J'],
  ['B11', 'Phone number: Mobile; the table says work, the mapping sends mobile', 'E J'],
  ['B12', 'active: status Active or Inactive', 'E J'],
  ['B13', 'userName and the work email address must be the same, or the user fails', 'E J'],
  ['B14', 'externalId is stored and can be filtered on', 'E'],
  ['B15', 'A PUT that omits or nulls a required attribute keeps it', 'decided'],
  ['B16', 'Groups become user groups; name unique; members of this source only', 'decided'],
  ['C01', 'Sync log: per object, with old and new value per attribute, reason and exchange', 'E J'],
  ['C02', 'Admin log with the event types and filters of the page', 'E J'],
  ['C03', 'Data source of members, departments and fields', 'J'],
  ['C04', 'Notices on the pages after a sync', 'J'],
  ['C05', 'Card and details: kind, status, last sync, counts', 'E J'],
  ['D01', 'Entra ID: create a non-gallery application', 'E'],
  ['D02', 'Automatic; tenant URL with the suffix, secret token; Test Connection; Save', 'E'],
  ['D03', 'Group mapping objectId to externalId deleted', 'E'],
  ['D04', 'User mappings of the table', 'E'],
  ['D05', 'New mapping employeeType to userType', 'E'],
  ['D06', 'Scope, and prevent accidental deletion with a threshold', 'E'],
  ['D07', 'Users and groups assigned', 'E'],
  ['D08', 'Start, stop, restart, provision on demand, overview, provisioning logs', 'E'],
  ['E01', 'JumpCloud: custom application with Identity Management', 'J'],
  ['E02', 'SCIM API, SCIM 2.0, base URL, token, test user email; Test Connection', 'J'],
  ['E03', 'The test can deactivate an existing account', 'J'],
  ['E04', 'The test runs the group steps; the box is cleared afterwards; Activate', 'J'],
  ['E05', 'User groups chosen; their users are synced at once', 'J'],
  ['E06', 'Groups are sent only while group management is set', 'J'],
]

export const COVERAGE_IDS: readonly CoverageId[] = rows.map(([id, what, from]) => ({ id, what, from }))
