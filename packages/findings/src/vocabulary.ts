export { DAMAGES, type Damage, VICTIMS, type Victim } from '@scimulator/shared/behaviour'

/**
 * `fault`: what is answered or done is wrong. `restriction`: data that an identity provider sends as a matter of course is refused,
 * such as a person without an email address.
 */
export const KINDS = ['fault', 'restriction'] as const
export type FindingKind = (typeof KINDS)[number]
