import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { connect } from '../plan/applications.ts'
import { findApplication } from '../plan/org.ts'
import type { Application, Connection } from '../values/application.ts'
import { OfApplication } from './inputs.ts'

export function configureScimVerb(engine: Engine) {
  return defineVerb({
    name: 'configure-scim',
    describes: 'Enables provisioning. People who have the application already are not sent; see provision-users.',
    input: OfApplication.extend({
      baseUrl: z.url().describe('SCIM connector base URL'),
      token: z
        .string()
        .min(1)
        .optional()
        .describe(
          'What is typed: the wizard sends "Bearer" before it, the catalogue sends it as it is typed; the saved one stays without it',
        )
        .meta({ secret: true }),
    }),
    run({ application, baseUrl, token }) {
      const known = findApplication(engine.org, application)
      return engine.act(connect(known, connectionOf(engine, known, { baseUrl, token }), engine.maker))
    },
  })
}

interface Typed {
  readonly baseUrl?: string | undefined
  readonly token?: string | undefined
}

/** What is typed over what is saved. @throws VerbError `conflict` where neither has an address, or neither a token */
export function connectionOf(
  { behaviour }: Engine,
  { kind, connection }: Application,
  { baseUrl: typed = connection?.baseUrl, token }: Typed,
): Connection {
  const given = kind === 'wizard' ? `Bearer ${token}` : token
  const authorization = token === undefined ? connection?.authorization : given
  if (typed === undefined || authorization === undefined)
    throw new VerbError('conflict', 'Nothing is saved yet: give the base URL and the token.')
  return { baseUrl: behaviour.baseUrlSlash === 'dropped' ? typed.replace(/\/$/, '') : typed, authorization }
}
