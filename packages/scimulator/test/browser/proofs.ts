// What the two help pages say about a console, and the test that shows it in a browser. Ids are those of docs/coverage.md.

/** File of this folder, and the title of a test in it. */
export type Proof = readonly [file: string, title: string]

const ENTRA: Proof = ['entra-help-page', 'from a new application to a synced directory, in its words']
const JUMPCLOUD: Proof = ['console-jumpcloud', 'is walked to a synced directory in at most']
const TEST: Proof = [
  'console-jumpcloud',
  'says beforehand whom its test would deactivate, shows T1 to T10, and the member is inactive',
]
const SOURCE: Proof = ['console-receiver', 'is deactivated, activated, edited with a fresh token, and deleted for good']
const ADMINISTRATORS: Proof = [
  'console-receiver',
  'is in the admin log by event, and is not for administrators without the permission',
]
const MEMBERS: Proof = [
  'console-receiver',
  'leaves members to administrators too, and each field says who has written it',
]
const CASES: Proof = [
  'console-receiver',
  'brings people whose every case is told: known, unknown, deleted, refused, and a token that expires',
]
const HELD_BACK: Proof = [
  'entra-help-page',
  'twelve who are no longer assigned are held back, and disabled once somebody allows it',
]
const JOB: Proof = ['console-people', 'who is provisioned on demand, and a job that is stopped and restarted']

export const PROOFS: Readonly<Record<string, readonly Proof[]>> = {
  A01: [ENTRA, JUMPCLOUD],
  A02: [ADMINISTRATORS],
  A03: [SOURCE],
  A04: [CASES],
  A05: [CASES, JUMPCLOUD],
  A06: [CASES],
  A07: [CASES],
  A08: [SOURCE, CASES],
  A09: [CASES],
  A10: [CASES],
  A11: [CASES],
  A12: [CASES],
  A13: [CASES],
  A14: [ENTRA, JUMPCLOUD, CASES],
  A15: [SOURCE, CASES],
  A16: [SOURCE],
  C01: [JUMPCLOUD, CASES],
  C02: [ADMINISTRATORS],
  C03: [MEMBERS, JUMPCLOUD],
  C04: [JUMPCLOUD],
  C05: [CASES],
  D01: [ENTRA],
  D02: [ENTRA],
  D03: [ENTRA],
  D04: [ENTRA],
  D05: [ENTRA],
  D06: [ENTRA, HELD_BACK],
  D07: [ENTRA],
  D08: [ENTRA, JOB],
  E01: [JUMPCLOUD],
  E02: [JUMPCLOUD],
  E03: [TEST],
  E04: [JUMPCLOUD],
  E05: [JUMPCLOUD],
  E06: [JUMPCLOUD, TEST],
}
