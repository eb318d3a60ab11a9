import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { setMappings } from '../plan/applications.ts'
import { findApplication } from '../plan/org.ts'
import { Source } from '../values/application.ts'
import { OfApplication } from './inputs.ts'

export function setMappingVerb(engine: Engine) {
  return defineVerb({
    name: 'set-mapping',
    describes: "Maps an attribute of Okta's profile to one of the application, or takes the mapping away.",
    input: OfApplication.extend({
      externalName: z.string().min(1).describe("Path at the endpoint, such as phoneNumbers.^[type=='work'].value"),
      externalNamespace: z
        .string()
        .default('urn:ietf:params:scim:schemas:core:2.0:User')
        .describe('URN of the schema that has it'),
      source: Source.nullable().describe(
        "Attribute of Okta's profile, or emailType, which is work for everybody with an email; null takes the mapping away",
      ),
      pushStatus: z.enum(['PUSH', 'DONT_PUSH']).default('PUSH').describe('DONT_PUSH: on create only'),
      applyNow: z.boolean().default(true).describe('Pushes everybody whose profile became another by it'),
    }),
    run({ application, applyNow, source, ...target }) {
      const known = findApplication(engine.org, application)
      const own = source === null ? [] : [{ ...target, source }]
      const isThere = known.mappings.some((one) => isAt(one, target))
      const kept = known.mappings.flatMap((one) => (isAt(one, target) ? own : [one]))
      const next = isThere ? kept : [...kept, ...own]
      return engine.act(setMappings(engine.org, known, next, applyNow, engine.maker))
    },
  })
}

interface Place {
  readonly externalName: string
  readonly externalNamespace: string
}

function isAt(one: Place, { externalName, externalNamespace }: Place): boolean {
  return one.externalName === externalName && one.externalNamespace === externalNamespace
}
