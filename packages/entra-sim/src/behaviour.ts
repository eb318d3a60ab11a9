// What public material leaves open about Entra's provisioning engine, as switches. Sources are cited by the titles of Microsoft's
// pages. Each switch is read in one file.
import { resolveSwitches, type SwitchRecord, type WireSwitch, wireSwitches } from '@scimulator/shared/behaviour'
import { ANSWER_SWITCHES } from './switches/answer-switches.ts'
import { CYCLE_SWITCHES } from './switches/cycle-switches.ts'
import { EXPRESSION_SWITCHES } from './switches/expression-switches.ts'
import { WIRE_SWITCHES } from './switches/wire-switches.ts'

export const ENTRA_SWITCHES = { ...WIRE_SWITCHES, ...CYCLE_SWITCHES, ...ANSWER_SWITCHES, ...EXPRESSION_SWITCHES }

export type EntraSwitches = SwitchRecord<typeof ENTRA_SWITCHES>

/** Values of several switches under one name. */
export const ENTRA_PROFILES = {
  /** As Microsoft's pages have it, and our best guess where they say nothing: the defaults. */
  'as-documented': {},
  /** As requests that were captured at real targets look. */
  'as-seen-in-the-field': { membersPerPatch: 1 },
} as const satisfies Readonly<Record<string, Partial<EntraSwitches>>>

export type EntraProfile = keyof typeof ENTRA_PROFILES

/** The values of a profile with `overrides` laid over them. @throws as `resolveSwitches` does. */
export function entraSwitches(
  overrides: Readonly<Record<string, unknown>> = {},
  profile: EntraProfile = 'as-documented',
): EntraSwitches {
  return resolveSwitches(ENTRA_SWITCHES, { ...ENTRA_PROFILES[profile], ...overrides })
}

/** The switches that change what an endpoint is sent, with the values to try there. */
export function entraWireSwitches(): readonly WireSwitch[] {
  return wireSwitches(ENTRA_SWITCHES)
}
