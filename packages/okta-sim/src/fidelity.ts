import type { Fidelity } from '@scimulator/shared/behaviour'

const PAGE = 'docs/reference/okta-behaviour.md'

/** Okta's provisioning over SCIM 2.0, area by area. */
export const OKTA_FIDELITY: Fidelity = {
  People: [
    {
      behaviour: 'Assignment asks for the user name, then makes or links (O201 to O223)',
      status: 'reproduced',
      grade: 'documented',
      source: PAGE,
      switches: ['filterEncoding'],
      shown: 'scenarios/okta/wizard-life.yaml',
    },
    {
      behaviour:
        "The wizard's application writes by GET and PUT, one of the catalogue switches people by PATCH (O101, O103)",
      status: 'reproduced',
      grade: 'documented',
      source: PAGE,
      switches: ['catalogueProfileUpdate'],
      shown: 'scenarios/okta/catalogue-life.yaml',
    },
    {
      behaviour: 'Nobody is deleted at the endpoint; suspension sends nothing (O315, O316)',
      status: 'reproduced',
      grade: 'documented',
      source: PAGE,
      shown: 'scenarios/okta/states.yaml',
    },
    {
      behaviour: 'A request waits 60 s for its answer (O134)',
      status: 'simplified',
      grade: 'documented',
      source: PAGE,
      switches: ['timeoutMs'],
      note: 'By the time that the exchange tells; a real connection is given up by the sender, earlier.',
      shown: 'packages/okta-sim/test/failures.test.ts',
    },
    {
      behaviour: '429 pauses, each further one doubles the pause, and ten end it (O601 to O603)',
      status: 'reproduced',
      grade: 'documented',
      source: PAGE,
      switches: ['rateLimitPauseMs', 'rateLimitAttempts'],
      note: 'That the jobs behind it wait too is inferred.',
      shown: 'packages/okta-sim/test/failures.test.ts',
    },
  ],
  Groups: [
    {
      behaviour: 'Group Push creates, links, renames, changes members, unlinks (O401 to O430)',
      status: 'reproduced',
      grade: 'documented',
      source: PAGE,
      switches: ['groupCreateMembers', 'membersPerPatch'],
      shown: 'scenarios/okta/group-push.yaml',
    },
    { behaviour: 'Pushes by rule (O428, O429)', status: 'left out', grade: 'documented', source: PAGE },
  ],
  Import: [
    {
      behaviour: 'People a hundred at a time, exact matches linked without a POST (O501 to O515)',
      status: 'simplified',
      grade: 'documented',
      source: PAGE,
      note: 'Exact matches are confirmed at once; people who fit nobody are counted and not made.',
      shown: 'scenarios/okta/import.yaml',
    },
    {
      behaviour: 'Import User Schema, entitlements (O531 to O546)',
      status: 'left out',
      grade: 'documented',
      source: PAGE,
    },
  ],
  Mapping: [
    {
      behaviour: 'External names with namespaces and choices, on create only or always (O227 to O230, O801)',
      status: 'reproduced',
      grade: 'documented',
      source: PAGE,
      shown: 'packages/okta-sim/test/user-body.test.ts',
    },
    {
      behaviour: 'Expression language, profile sources (O803 to O824)',
      status: 'left out',
      grade: 'documented',
      source: PAGE,
    },
  ],
  'Management API': [
    {
      behaviour: 'Users, groups, applications, logs (O901 to O932)',
      status: 'left out',
      grade: 'documented',
      source: PAGE,
    },
  ],
}
