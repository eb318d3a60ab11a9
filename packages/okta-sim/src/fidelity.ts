import type { Fidelity } from '@scimulator/shared/behaviour'

const PAGE = 'docs/reference/okta-behaviour.md'
const DOCUMENTED = { grade: 'documented', source: PAGE } as const
const REPRODUCED = { status: 'reproduced', ...DOCUMENTED } as const
const SIMPLIFIED = { status: 'simplified', ...DOCUMENTED } as const
const LEFT_OUT = { status: 'left out', ...DOCUMENTED } as const
const UNKNOWN = { status: 'unknown', grade: 'inferred', source: PAGE } as const

const BODIES = 'packages/okta-sim/test/user-body.test.ts'
const CHOICES = 'packages/okta-sim/test/choices.test.ts'
const FAILURES = 'packages/okta-sim/test/failures.test.ts'
const IMPORTS = 'packages/okta-sim/test/imports.test.ts'
const PUSHES = 'packages/okta-sim/test/group-push.test.ts'

/** Okta's provisioning over SCIM 2.0, area by area. */
export const OKTA_FIDELITY: Fidelity = {
  People: [
    {
      behaviour:
        'Assignment of a person or a group asks for the user name, then makes or links (O201, O205, O207 to O211, O213 to O216, O218 to O220)',
      ...REPRODUCED,
      note: 'The placeholder for the password follows no policy (O212).',
      switches: ['filterEncoding'],
      shown: 'scenarios/okta/wizard-life.yaml',
    },
    {
      behaviour:
        "The wizard's application writes people by GET and PUT, one of the catalogue switches them by PATCH (O101, O103, O301, O312, O313)",
      ...REPRODUCED,
      switches: ['catalogueProfileUpdate'],
      shown: 'scenarios/okta/catalogue-life.yaml',
    },
    {
      behaviour:
        'STAGED is not sent, suspension and deletion send nothing, who is activated again comes back by a group alone (O315, O316, O319, O446)',
      ...REPRODUCED,
      shown: 'scenarios/okta/states.yaml',
    },
    {
      behaviour: 'A profile that changes while the person is SUSPENDED',
      ...UNKNOWN,
      note: 'Pushed when the suspension ends.',
      switches: ['suspendedProfile'],
      shown: CHOICES,
    },
    {
      behaviour: 'Create Users and Deactivate Users off (O223, O318)',
      ...REPRODUCED,
      shown: FAILURES,
    },
    {
      behaviour: 'Update User Attributes off, and on again',
      ...UNKNOWN,
      note: 'Nothing is sent; once it is on, the profiles that differ from what was pushed last.',
      switches: ['missedUpdates'],
      shown: CHOICES,
    },
    {
      behaviour: 'Who was assigned before provisioning is sent when somebody says so (O225, O226)',
      ...REPRODUCED,
      grade: 'observed',
      shown: CHOICES,
    },
    { behaviour: 'Sync Password, Force Sync, the format of user names (O323 to O329)', ...LEFT_OUT },
  ],
  'Connection and failures': [
    {
      behaviour: 'Headers, what is typed as Authorization (O113, O114, O117)',
      ...REPRODUCED,
      grade: 'observed',
      shown: BODIES,
    },
    {
      behaviour: 'Basic Auth, of the wizard and of the template "Basic Auth" of the catalogue (O107, O112)',
      ...SIMPLIFIED,
      note: 'Sent with every request, in UTF-8. The API names each template scim2headerauth.',
      shown: 'scenarios/okta/basic-auth.yaml',
    },
    {
      behaviour: 'OAuth 2.0: the access token is renewed when a request is due (O112, O116, O138)',
      ...SIMPLIFIED,
      note: 'Nobody is asked at the page of an authorization server: configure-scim takes what that leaves behind. Inferred: a token is renewed once its lifetime is over and not after a 401; where that fails nothing is sent, and the task says so.',
      switches: ['oauthClientIn'],
      shown: 'packages/okta-sim/test/oauth.test.ts',
    },
    {
      behaviour: 'Test Connector Configuration reads two users (O121, O123, O124, O127 to O129)',
      ...SIMPLIFIED,
      note: 'Import Groups is left out, and with it the question for groups (O122). Saving the connection asks nothing.',
      shown: 'packages/okta-sim/test/test-connector.test.ts',
    },
    { behaviour: 'A slash at the end of the base URL', ...UNKNOWN, switches: ['baseUrlSlash'], shown: CHOICES },
    {
      behaviour: 'A request waits 60 s for its answer (O134)',
      ...REPRODUCED,
      switches: ['timeoutMs'],
      note: 'Of an endpoint of a target file, its `timeout` if that is shorter.',
      shown: 'packages/okta-sim/test/resumed.test.ts',
    },
    {
      behaviour: '429 pauses, each further one doubles the pause, and ten end it (O601 to O603)',
      ...REPRODUCED,
      switches: ['rateLimitPauseMs', 'rateLimitAttempts'],
      shown: FAILURES,
    },
    {
      behaviour: 'So does an import; it goes on with the page that was refused (O604)',
      ...SIMPLIFIED,
      note: 'Where it goes on is inferred, and that all its refusals count together. What lists the groups for a link fails at once.',
      shown: 'scenarios/okta/import-rests.yaml',
    },
    {
      behaviour: 'What else waits after a 429',
      ...UNKNOWN,
      note: 'All of the application. A group that is pushed while one of its people waits misses that person until the next push.',
      switches: ['rateLimitHolds'],
      shown: CHOICES,
    },
    {
      behaviour: 'What failed stays a task until somebody sends it again, as it was (O605, O606, O620)',
      ...REPRODUCED,
      shown: FAILURES,
    },
    {
      behaviour: 'Texts of tasks about people (O127, O136, O216, O220, O223, O224, O309, O607, O608)',
      ...SIMPLIFIED,
      note: "Inferred: the text for something that is not a list is O128's also at a lookup and an import; a connection that failed otherwise than by time reads as O127 with this machine's reason; what a parser says is this one's; the tenth 429 reads as other refusals do. Where no words are public the text ends with \"(These are the simulator's words.)\".",
      shown: FAILURES,
    },
    {
      behaviour: 'What was begun before a crash is begun again with the lookup',
      status: 'reproduced',
      grade: 'decided',
      source: 'O201',
      shown: 'packages/okta-sim/test/resumed.test.ts',
    },
    { behaviour: 'Requests at once (O137, O441)', ...LEFT_OUT, note: 'An application sends one after another.' },
  ],
  Groups: [
    {
      behaviour:
        'A new push asks for the name and creates; members and name follow by GET and PUT, or by PATCH (O401, O403, O405, O409, O412 to O415, O418)',
      ...REPRODUCED,
      switches: ['groupCreateMembers', 'membersPerPatch'],
      shown: 'scenarios/okta/group-push.yaml',
    },
    {
      behaviour: 'Link, which keeps members whom Okta does not know until Push now (O417, O427)',
      ...REPRODUCED,
      note: 'The group always gets the name of the one in Okta.',
      shown: PUSHES,
    },
    {
      behaviour: 'Deactivate, activate, unlink with and without deletion (O421, O422)',
      ...REPRODUCED,
      shown: PUSHES,
    },
    {
      behaviour: 'A group of that name that is found is written to (O408)',
      ...SIMPLIFIED,
      note: 'Without a link: the PUT of the wizard overwrites its members, the PATCH of the catalogue adds to them. How it ends is inferred.',
      shown: PUSHES,
    },
    {
      behaviour: 'Texts of a push that failed (O430 to O432)',
      ...SIMPLIFIED,
      note: "Without the time before it. Inferred: a lookup that fails reads as a creation that failed, a GET as an update. That of a deletion is the simulator's.",
      shown: PUSHES,
    },
    {
      behaviour: 'Group rules put people into groups (O717, O822, O920)',
      ...SIMPLIFIED,
      note: 'Inferred: they look at ACTIVE people, when a person changes and when the rule is activated; a rule that is deactivated leaves whom it has put in; who was put in by hand stays; somebody taken out by hand comes back with their next change.',
      shown: 'scenarios/okta/group-rule.yaml',
    },
    {
      behaviour: 'Rename off, memberships not immediately, pushes by rule (O423, O428, O429, O434)',
      ...LEFT_OUT,
    },
  ],
  Import: [
    {
      behaviour: 'Import User Schema reads /ResourceTypes and /Schemas; mapping is by hand (O531, O532, O547)',
      ...SIMPLIFIED,
      note: 'By every application of the catalogue, though the templates of the Test App have no such button (O547). Inferred: the order of the two requests, and how complex attributes are offered.',
      shown: 'scenarios/okta/import-user-schema.yaml',
    },
    {
      behaviour: 'Where the next page of an import begins (O504)',
      ...UNKNOWN,
      note: 'A hundred further on, so that people behind a shorter page are missed.',
      switches: ['importNextPage'],
      shown: IMPORTS,
    },
    {
      behaviour: 'Whether another page is asked for (O501, O505)',
      ...REPRODUCED,
      grade: 'observed',
      note: 'By totalResults, as documented; the other was seen once.',
      switches: ['importAsksOn'],
      shown: IMPORTS,
    },
    {
      behaviour:
        'People a hundred at a time, exact matches by user name or email linked without a POST (O501, O509, O510, O515)',
      ...SIMPLIFIED,
      note: 'Matches are confirmed at once; people who fit nobody are counted and not made; nobody is unassigned.',
      shown: IMPORTS,
    },
    {
      behaviour:
        'Groups, schedules, partial matches, safeguard, profile sources, entitlements (O502 to O525, O541 to O546)',
      ...LEFT_OUT,
    },
  ],
  Mapping: [
    {
      behaviour:
        'External names with namespaces and choices, values that were emptied (O227 to O229, O240, O307, O801)',
      ...SIMPLIFIED,
      note: 'An attribute of create only goes with each push as it was at the create (O304); one that the person did not have then is left out.',
      shown: BODIES,
    },
    {
      behaviour:
        'First mappings: names, primary email with its type, display name, locale, title, department (O207, O230, O241)',
      ...SIMPLIFIED,
      grade: 'observed',
      note: 'The type of the email is the source emailType instead of an expression. The others of O230 are added by set-mapping.',
      shown: CHOICES,
    },
    { behaviour: 'Apply updates now, or not (O330)', ...REPRODUCED, shown: CHOICES },
    {
      behaviour:
        'Expressions: text, list and conversion functions, operators, ? : and ?: (O808 to O813, O818 to O820, O823, O824)',
      ...SIMPLIFIED,
      note: 'References are user.… and source.…; a name or a number of arguments that is not known is refused when the mapping is saved. Numbers and lists go out as text. Inferred: what a failure does beside its event, and limits of 2,000 characters and 40 levels.',
      shown: 'scenarios/okta/expressions.yaml',
    },
    {
      behaviour: 'What an expression makes of null (O821)',
      ...UNKNOWN,
      note: 'As if it were empty.',
      switches: ['expressionNull'],
      shown: 'packages/okta-sim/test/expressions.test.ts',
    },
    {
      behaviour:
        'Profile sources; functions of time, countries, groups, managers and directories, settings of the application and the organization (O803 to O808, O814 to O817)',
      ...LEFT_OUT,
    },
  ],
  'System Log': [
    {
      behaviour: 'Events of people, assignments, provisioning, Group Push and imports (O701 to O707, O719)',
      ...SIMPLIFIED,
      note: "One event for each thing done; of fields uuid, published, eventType, displayMessage, severity, outcome, transaction type, target and version. Where Okta's message is not public, the type stands for it.",
      shown: CHOICES,
    },
  ],
  'Management API': [
    {
      behaviour: 'Tokens, pages with Link headers, errors with their codes (O901, O902, O904 to O908, O940)',
      ...SIMPLIFIED,
      note: 'Tokens come from create-api-token; OAuth, ETags and the refusal of a length that is missing (O903) are left out.',
      shown: 'packages/okta-sim/test/api/doors.test.ts',
    },
    {
      behaviour: 'Rate limits (O909, O943)',
      ...UNKNOWN,
      note: 'One number for each path of the first level, in whole minutes from the first request on.',
      switches: ['apiRequestsPerMinute'],
      shown: 'packages/okta-sim/test/api/doors.test.ts',
    },
    {
      behaviour: 'Users: lists, filter, search, profile, states, deletion (O910 to O917, O941, O942)',
      ...SIMPLIFIED,
      note: 'Nobody signs in: who is activated is ACTIVE at once, with a password or not, and passwords are not kept. A search does not lag behind.',
      shown: 'packages/okta-sim/test/api/administrator.test.ts',
    },
    {
      behaviour: 'Groups and their members (O908, O918, O919, O944)',
      ...SIMPLIFIED,
      note: 'Every group is OKTA_GROUP: there is no Everyone, and no group of an application. Owners and roles are left out.',
      shown: 'packages/okta-sim/test/api/groups.test.ts',
    },
    {
      behaviour: 'The System Log, in pages and by polling (O709, O710, O713, O716, O945)',
      ...SIMPLIFIED,
      note: 'One administrator acts; client, session and address are null. A name of three parts cannot stand in a filter.',
      shown: 'packages/okta-sim/test/api/logs.test.ts',
    },
    {
      behaviour: 'Profile mappings: list, read, change (O801, O802, O930)',
      ...SIMPLIFIED,
      note: 'One an application, from the person to the application; what comes back is mapped by imports alone. Inferred: PUSH where no pushStatus is said, and which attributes can be named.',
      switches: ['apiMappingUpdate'],
      shown: 'packages/okta-sim/test/api/mappings.test.ts',
    },
    {
      behaviour: 'Group rules (O920)',
      ...SIMPLIFIED,
      note: 'Exceptions (people) are read and not kept. Inferred: pages of 50, and that a PUT may change everything of an INACTIVE rule.',
      shown: 'packages/okta-sim/test/api/group-rules.test.ts',
    },
    {
      behaviour: 'Applications, their people and groups (O921, O923 to O927, O933, O946, O948)',
      ...SIMPLIFIED,
      note: "Of the catalogue scim2headerauth alone. Sign-on settings are not kept; labels are unique; the user name is the login and the profile what the mappings say; a group's priority is kept and decides nothing. The SCIM connection is set by configure-scim, since Okta has no call for it.",
      shown: 'packages/okta-sim/test/api/applications.test.ts',
    },
    {
      behaviour: 'USER_PROVISIONING (O922, O947)',
      ...SIMPLIFIED,
      note: 'Passwords are not synchronized. INBOUND_PROVISIONING is left out.',
      shown: 'packages/okta-sim/test/api/applications.test.ts',
    },
    {
      behaviour: 'Group push mappings (O928, O929)',
      ...SIMPLIFIED,
      note: "targetGroupId is the endpoint's id, since an application's groups are not in the directory; targetGroupName is the name of the source. appConfig is left out.",
      shown: 'packages/okta-sim/test/api/group-push-mappings.test.ts',
    },
  ],
}
