import type { FidelityRow } from './fidelity-row.ts'

const CUSTOM = 'JumpCloud: custom SCIM Identity Management integration'
const TROUBLE = 'JumpCloud: Troubleshoot custom SCIM integrations'
const GROUPS = 'JumpCloud: Group Management Considerations'
const INSIGHTS = 'JumpCloud: Directory Insights API'
const API = 'JumpCloud: API v1 and v2'
const CAPTURE = 'captured payloads in the tests of ShiftControl scim-v2'

/** JumpCloud's SCIM connector, area by area. */
export const JUMPCLOUD_FIDELITY: Readonly<Record<string, readonly FidelityRow[]>> = {
  Connector: [
    {
      behaviour: 'Test Connection creates and removes a user and a group',
      status: 'reproduced',
      grade: 'documented',
      source: CUSTOM,
      note: 'The order of the steps is inferred.',
    },
    {
      behaviour: 'An address in use makes the test fail, or deactivates its owner',
      status: 'reproduced',
      grade: 'documented',
      source: `${TROUBLE}; Lark Help Center`,
      note: 'One rule explains both reports: the test posts whatever the look-up says.',
    },
    {
      behaviour: 'Strictly typed answers; a number as id fails, and so does any other value of a wrong type',
      status: 'reproduced',
      grade: 'documented',
      source: TROUBLE,
      note: 'How much of an answer is decoded is inferred: all of RFC 7643. Imports read the top level only.',
      switches: ['typedAttributes'],
    },
    {
      behaviour: 'What the console says of a failed connection test',
      status: 'unknown',
      grade: 'inferred',
      source: 'Only the toast of a failed activation was reported (Snipe-IT issue 17002)',
    },
    {
      behaviour: 'Base URL and path are joined as they are',
      status: 'reproduced',
      grade: 'documented',
      source: TROUBLE,
    },
    {
      behaviour: 'Group management demands create, update and delete',
      status: 'reproduced',
      grade: 'documented',
      source: TROUBLE,
    },
    {
      behaviour: 'SCIM 1.1',
      status: 'left out',
      grade: 'inferred',
      source: 'no capture',
      note: 'Refused with a message: there is no evidence to build it on.',
    },
    {
      behaviour: 'Import of users, and the list of those who can be imported with all its parameters',
      status: 'reproduced',
      grade: 'documented',
      source: 'JumpCloud: Import users for SCIM Identity Management; API v2',
      note: 'The request to the target is inferred; a session only keeps its id.',
    },
  ],
  Push: [
    {
      behaviour: 'Events push at once; there is no cycle and no reconciliation',
      status: 'reproduced',
      grade: 'documented',
      source: `${CUSTOM}; ${GROUPS}`,
    },
    {
      behaviour: 'Whole users by PUT',
      status: 'reproduced',
      grade: 'observed',
      source: CAPTURE,
      switches: ['userUpdateMethod'],
    },
    {
      behaviour: 'A user is looked up before each write',
      status: 'reproduced',
      grade: 'documented',
      source: CUSTOM,
      note: 'By user name, also when the id is known; that form is inferred. A known id wins over the name.',
      switches: ['lookupBeforeWrite'],
    },
    {
      behaviour: 'Staged users are not pushed until they are activated',
      status: 'reproduced',
      grade: 'documented',
      source: 'JumpCloud: User Provisioning with SCIM and HRIS',
      switches: ['pushStagedUsers'],
    },
    {
      behaviour: 'Memberships of a user whose pushes had failed',
      status: 'unknown',
      grade: 'inferred',
      source: 'No public source',
      note: 'They follow once the target has the user.',
      switches: ['membershipAfterHeal'],
    },
    {
      behaviour: 'Members who are in the group already are added again',
      status: 'reproduced',
      grade: 'observed once',
      source: 'Infisical pull request 2138',
      note: 'Off by default. The form is inferred: a push that adds names all members.',
      switches: ['repeatMemberAdds'],
    },
    {
      behaviour: 'Bind, unbind, delete and toggle end differently',
      status: 'reproduced',
      grade: 'documented',
      source: GROUPS,
    },
    {
      behaviour: 'How groups are updated',
      status: 'unknown',
      grade: 'inferred',
      source: 'sources disagree',
      note: 'Profile jumpcloud-put-groups.',
      switches: ['groupUpdateMethod'],
    },
    {
      behaviour: 'What the body of a PUT is based on',
      status: 'unknown',
      grade: 'inferred',
      source: CAPTURE,
      switches: ['putBase'],
    },
    {
      behaviour: 'Retries',
      status: 'unknown',
      grade: 'inferred',
      source: 'not published',
      note: 'Three, then the push is dropped and Insights says so.',
    },
    {
      behaviour: 'What becomes of a deleted user',
      status: 'unknown',
      grade: 'inferred',
      source: 'JumpCloud: Keeper integration',
      note: 'Deactivated.',
      switches: ['onUserDelete'],
    },
  ],
  API: [
    {
      behaviour: 'systemusers, user groups, applications, associations, states',
      status: 'reproduced',
      grade: 'documented',
      source: API,
    },
    {
      behaviour: 'Answers without and with a wrong key',
      status: 'reproduced',
      grade: 'observed',
      source: "measured by an integration's authors, 2026",
    },
    {
      behaviour: 'Search filters: lists, objects, and, or, operators, texts; limits of 1,000',
      status: 'reproduced',
      grade: 'documented',
      source: "API V1, and the requests of JumpCloud's PowerShell modules",
      note: 'What is not understood is refused with 400; what the service does then is not published.',
    },
    {
      behaviour: 'Groups of all kinds (GET /api/v2/groups)',
      status: 'simplified',
      grade: 'observed',
      source: "JumpCloud's PowerShell module",
      note: 'There are no groups of devices.',
    },
    {
      behaviour: 'search_term of Insights: lists, nested, without regard to case',
      status: 'reproduced',
      grade: 'inferred',
      source: 'Directory Insights API: TermConjunction; the letter case is inferred',
      note: 'What is no term is refused with 400.',
    },
    { behaviour: 'Directory Insights, kept for 90 days', status: 'reproduced', grade: 'documented', source: INSIGHTS },
    {
      behaviour: 'Starting an import (POST …/import/jobs)',
      status: 'simplified',
      grade: 'documented',
      source: 'JumpCloud: User Provisioning with SCIM and HRIS; API V2 (ImportUsersRequest)',
      note: 'Done when the answer comes; nobody is updated or reactivated by it.',
    },
    {
      behaviour: 'Connector settings',
      status: 'simplified',
      grade: 'inferred',
      source: 'no public operation',
      note: 'Paths of our own, named after those whose names are public.',
    },
  ],
}
