import { createEntraTenant, ENTRA_PROFILES, ENTRA_SWITCHES, type EntraProfile } from '@scimulator/entra-sim'
import { z } from 'zod'
import type { ProgramKind } from '../program.ts'
import { switchesType } from '../switches-type.ts'
import { switchesOf } from './receiver.ts'

const profiles = z.enum(Object.keys(ENTRA_PROFILES) as [EntraProfile, ...EntraProfile[]])

const EntraGiven = z.strictObject({
  profile: profiles
    .optional()
    .describe(
      'as-seen-in-the-field: what captured requests show, such as one member in each PATCH; switches win over it',
    ),
  switches: switchesType(ENTRA_SWITCHES),
})

export const entraKind: ProgramKind = {
  name: 'entra',
  given: 'entra',
  options: EntraGiven,
  isReceiver: false,
  create({ schedule, ids, send, options }) {
    const { profile = 'as-documented' } = EntraGiven.parse(options)
    return createEntraTenant({ schedule, ids, send, profile, ...switchesOf(options) })
  },
}
