import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { SyntaxFault } from '../expression/index.ts'
import { setMappings } from '../plan/applications.ts'
import { mappingBy } from '../plan/mapping-by-expression.ts'
import { findApplication } from '../plan/org.ts'
import { type Mapping, Source } from '../values/application.ts'
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
      source: Source.nullish().describe(
        "Attribute of Okta's profile, or emailType, which is work for everybody with an email; null takes the mapping away",
      ),
      expression: z
        .string()
        .min(1)
        .optional()
        .describe('In the place of source: an expression, such as String.toUpperCase(user.department)'),
      pushStatus: z.enum(['PUSH', 'DONT_PUSH']).default('PUSH').describe('DONT_PUSH: on create only'),
      applyNow: z.boolean().default(true).describe('Pushes everybody whose profile became another by it'),
    }),
    run({ application, applyNow, source, expression, ...target }) {
      const known = findApplication(engine.org, application)
      if ((source === undefined) === (expression === undefined))
        throw new VerbError('invalid', 'Give a source or an expression, and not both.')
      const own: Mapping[] = source ? [{ ...target, source }] : []
      if (expression !== undefined) own.push(mapped(target, expression, engine))
      const isThere = known.mappings.some((one) => isAt(one, target))
      const kept = known.mappings.flatMap((one) => (isAt(one, target) ? own : [one]))
      const next = isThere ? kept : [...kept, ...own]
      return engine.act(setMappings(engine.org, known, next, applyNow, engine.maker))
    },
  })
}

/** @throws VerbError `invalid` with the place of what is wrong */
function mapped(target: Omit<Mapping, 'source'>, expression: string, { behaviour }: Engine): Mapping {
  try {
    return mappingBy(target, expression, behaviour)
  } catch (error) {
    throw error instanceof SyntaxFault ? wrong(error.message) : error
  }
}

function wrong(why: string): VerbError {
  const message = `The expression is wrong: ${why}.`
  return new VerbError('invalid', message, [{ path: ['expression'], message }])
}

interface Place {
  readonly externalName: string
  readonly externalNamespace: string
}

function isAt(one: Place, { externalName, externalNamespace }: Place): boolean {
  return one.externalName === externalName && one.externalNamespace === externalNamespace
}
