// What public material leaves open about Okta's provisioning, each with the default that it suggests. Facts are named by their number in
// docs/reference/okta-behaviour.md.
import { defineSwitch, resolveSwitches, type SwitchRecord } from '@scimulator/shared/behaviour'

export const switches = {
  filterEncoding: defineSwitch({
    id: 'filterEncoding',
    values: ['percent', 'plus'],
    default: 'percent',
    onWire: ['percent', 'plus'],
    grade: 'documented',
    source: 'O202, D02: the reference of 2026 has %20, the one of 2018 and copies from logs have +',
    describes: 'How the spaces of a filter are encoded.',
  }),
  catalogueProfileUpdate: defineSwitch({
    id: 'catalogueProfileUpdate',
    values: ['put', 'patch'],
    default: 'put',
    onWire: ['put', 'patch'],
    grade: 'documented',
    source: 'O104, D01: the reference has PUT; requirements and a vendor say that PATCH can be',
    describes:
      'How an application of the catalogue writes a changed profile; patch sends the changed attributes without a path.',
  }),
  groupCreateMembers: defineSwitch({
    id: 'groupCreateMembers',
    values: ['by-kind', 'always', 'never'],
    default: 'by-kind',
    onWire: ['by-kind', 'always', 'never'],
    grade: 'documented',
    source: 'O406, D07: both are documented',
    describes: "Whether a group is created with its members; by-kind does so for the wizard's application.",
  }),
  membersPerPatch: defineSwitch({
    id: 'membersPerPatch',
    values: { min: 1, max: 1000 },
    default: 100,
    grade: 'documented',
    source: 'O419, D13: 100 unless the application says up to 1000',
    describes: 'How many changes of membership one PATCH of an application of the catalogue has at most.',
  }),
  timeoutMs: defineSwitch({
    id: 'timeoutMs',
    values: { min: 1, max: 600_000 },
    default: 60_000,
    grade: 'documented',
    source: 'O134',
    describes: 'How many milliseconds a request waits for its answer.',
  }),
  rateLimitPauseMs: defineSwitch({
    id: 'rateLimitPauseMs',
    values: { min: 0, max: 86_400_000 },
    default: 300_000,
    grade: 'documented',
    source: 'O602',
    describes:
      'How long a task pauses after a 429 without a Retry-After in whole seconds; each further 429 doubles it.',
  }),
  rateLimitAttempts: defineSwitch({
    id: 'rateLimitAttempts',
    values: { min: 1, max: 100 },
    default: 10,
    grade: 'documented',
    source: 'O603',
    describes: 'After how many attempts that were answered with 429 an operation has failed.',
  }),
  rateLimitHolds: defineSwitch({
    id: 'rateLimitHolds',
    values: ['application', 'task'],
    default: 'application',
    grade: 'inferred',
    source:
      'O601, O618: the task pauses and the rest waits; whether others of the application are tried meanwhile is not said',
    describes: 'What waits after a 429: all that the application has still to send, or what was refused alone.',
  }),
  apiMappingUpdate: defineSwitch({
    id: 'apiMappingUpdate',
    values: ['with-next-change', 'at-once'],
    default: 'with-next-change',
    grade: 'inferred',
    source: 'O330 is of the console, which asks; of a mapping that is changed over the API nothing is said',
    describes: 'When people get a mapping that was changed over the API.',
  }),
  expressionNull: defineSwitch({
    id: 'expressionNull',
    values: ['empty', 'text', 'fails'],
    default: 'empty',
    grade: 'inferred',
    source: 'O821: what a text function does with null, and what + does, is written down nowhere',
    describes:
      'What text functions and + of an expression make of null: nothing, the word null, or a failure. As it is when the mapping is saved.',
  }),
  importNextPage: defineSwitch({
    id: 'importNextPage',
    values: ['by-count', 'by-received'],
    default: 'by-count',
    grade: 'inferred',
    source: 'O504: the words of the reference are startIndex+100; of a shorter page nothing is said',
    describes: 'Where the next page of an import begins: a hundred further on, or behind those who came.',
  }),
  importAsksOn: defineSwitch({
    id: 'importAsksOn',
    values: ['total', 'full-page'],
    default: 'total',
    grade: 'observed',
    source: 'O501 against O505, which was observed once',
    describes:
      'When an import asks for another page: while totalResults is more than was read, or also where itemsPerPage is 100, however many came.',
  }),
  oauthClientIn: defineSwitch({
    id: 'oauthClientIn',
    values: ['body', 'header'],
    default: 'body',
    grade: 'inferred',
    source: 'O138: that the token is renewed is documented, its request is not; RFC 6749 allows both',
    describes: 'Where id and secret of the client stand when an access token is renewed.',
  }),
  baseUrlSlash: defineSwitch({
    id: 'baseUrlSlash',
    values: ['dropped', 'kept'],
    default: 'dropped',
    grade: 'inferred',
    source: 'No public source',
    describes: 'What becomes of a slash at the end of the base URL; kept, a request asks for //Users.',
  }),
  suspendedProfile: defineSwitch({
    id: 'suspendedProfile',
    values: ['when-unsuspended', 'at-once'],
    default: 'when-unsuspended',
    grade: 'inferred',
    source: 'O315: suspension sends nothing; of a profile that changes meanwhile nothing is said',
    describes: 'When the changed profile of a SUSPENDED person is pushed.',
  }),
  missedUpdates: defineSwitch({
    id: 'missedUpdates',
    values: ['when-switched-on', 'with-next-change'],
    default: 'when-switched-on',
    grade: 'inferred',
    source:
      'O329: an app user whose profile differs from the last successful push is pushed; of the tick nothing is said',
    describes: 'When profiles that changed while Update User Attributes was off are pushed, once it is on.',
  }),
  apiRequestsPerMinute: defineSwitch({
    id: 'apiRequestsPerMinute',
    values: { min: 1, max: 1_000_000 },
    default: 600,
    grade: 'inferred',
    source: 'O909, O943: the limits differ by path and by what an organization has bought',
    describes: 'How many requests a minute the API answers for one path of the first level; the rest get a 429.',
  }),
}

export type Behaviour = SwitchRecord<typeof switches>

/** @throws an Error for a switch that does not exist or cannot have that value. */
export function resolveBehaviour(overrides: Readonly<Record<string, unknown>> = {}): Behaviour {
  return resolveSwitches(switches, overrides)
}
