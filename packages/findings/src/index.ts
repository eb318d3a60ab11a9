// What is found at a SCIM endpoint: one finding a file, as pure functions over exchanges and differences.
export { DAMAGES, type Damage, type FindingKind, KINDS, VICTIMS, type Victim } from './vocabulary.ts'
