import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { NewUserStates } from '../directory/organization.ts'
import type { Engine } from '../engine.ts'
import { settled } from './settled.ts'

export function setOrganizationVerb(engine: Engine) {
  return defineVerb({
    name: 'set-organization',
    describes: 'Settings of the organisation: its name, and the state that new users take.',
    input: z.strictObject({
      displayName: z.string().min(1).optional(),
      newSystemUserStateDefaults: NewUserStates.partial().optional(),
    }),
    run: async ({ displayName, newSystemUserStateDefaults = {} }) => {
      const { organization } = engine.view
      if (!organization) throw new VerbError('not-found', 'There is no organisation')
      const defaults = { ...organization.settings.newSystemUserStateDefaults }
      for (const way of NewUserStates.keyof().options) defaults[way] = newSystemUserStateDefaults[way] ?? defaults[way]
      const next = {
        displayName: displayName ?? organization.displayName,
        settings: { newSystemUserStateDefaults: defaults },
      }
      engine.commit([{ kind: 'organization.put', organization: { ...organization, ...next } }])
      await settled(engine)
    },
  })
}
