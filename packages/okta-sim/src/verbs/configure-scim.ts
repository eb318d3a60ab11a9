import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { connect } from '../plan/applications.ts'
import { findApplication } from '../plan/org.ts'
import type { Application, Connection } from '../values/application.ts'
import { authorizationOf, CREDENTIALS, type Credentials } from './credentials.ts'
import { OfApplication } from './inputs.ts'

export function configureScimVerb(engine: Engine) {
  return defineVerb({
    name: 'configure-scim',
    describes: 'Enables provisioning. People who have the application already are not sent; see provision-users.',
    input: OfApplication.extend({
      baseUrl: z.url().describe('SCIM connector base URL'),
      ...CREDENTIALS,
    }),
    run({ application, ...typed }) {
      const known = findApplication(engine.org, application)
      return engine.act(connect(known, connectionOf(engine, known, typed), engine.maker))
    },
  })
}

interface Typed extends Credentials {
  readonly baseUrl?: string | undefined
}

/** What is typed over what is saved. @throws VerbError `conflict` where neither has an address, or neither credentials */
export function connectionOf(
  { behaviour }: Engine,
  application: Application,
  { baseUrl: typed = application.connection?.baseUrl, ...given }: Typed,
): Connection {
  const authorization = authorizationOf(application, given) ?? application.connection?.authorization
  if (typed === undefined || authorization === undefined)
    throw new VerbError(
      'conflict',
      'Nothing is saved yet: give the base URL, and a token or a user name and a password.',
    )
  return { baseUrl: behaviour.baseUrlSlash === 'dropped' ? typed.replace(/\/$/, '') : typed, authorization }
}
