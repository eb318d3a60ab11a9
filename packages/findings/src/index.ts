// What is found at a SCIM endpoint: one finding a file, as pure functions over exchanges and differences.
export { isRefusal, methodOf, operationsOf } from './difference.ts'
export { type CheckResult, type CheckState, type Difference, type Evidence, isRed, victimOf } from './evidence.ts'
export { type ExchangeEvidence, findingsShownBy, findingsWatchedIn } from './exchange-signs.ts'
export { defineFinding, type Finding, hurtBySign, recognise, type Sighting } from './finding.ts'
export { FINDINGS } from './findings.ts'
export { DAMAGES, type Damage, type FindingKind, KINDS, VICTIMS, type Victim } from './vocabulary.ts'
