import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { connect } from '../plan/applications.ts'
import { findApplication } from '../plan/org.ts'
import type { Application, Connection } from '../values/application.ts'
import { authorizationOf, CREDENTIALS, type Credentials, Grant, grantOf } from './credentials.ts'
import { OfApplication } from './inputs.ts'

export function configureScimVerb(engine: Engine) {
  return defineVerb({
    name: 'configure-scim',
    describes: 'Enables provisioning. People who have the application already are not sent; see provision-users.',
    input: OfApplication.extend({
      baseUrl: z.url().describe('SCIM connector base URL'),
      ...CREDENTIALS,
      oauth: Grant.optional().describe('OAuth 2.0: what an authorization by code has left, in the place of a token'),
    }),
    run({ application, ...typed }) {
      const known = findApplication(engine.org, application)
      return engine.act(connect(known, connectionOf(engine, known, typed), engine.maker))
    },
  })
}

interface Typed extends Credentials {
  readonly baseUrl?: string | undefined
  readonly oauth?: Grant | undefined
}

/** What is typed over what is saved. @throws VerbError `conflict` where neither has an address, or neither credentials */
export function connectionOf(
  engine: Pick<Engine, 'behaviour' | 'now'>,
  application: Application,
  { baseUrl: typed = application.connection?.baseUrl, ...given }: Typed,
): Connection {
  const signIn = signInOf(application, given, engine.now)
  if (typed === undefined || signIn === undefined)
    throw new VerbError(
      'conflict',
      'Nothing is saved yet: give the base URL, and a token or a user name and a password.',
    )
  return { baseUrl: engine.behaviour.baseUrlSlash === 'dropped' ? typed.replace(/\/$/, '') : typed, ...signIn }
}

function signInOf(
  application: Application,
  { oauth, ...given }: Typed,
  now: number,
): Omit<Connection, 'baseUrl'> | undefined {
  const authorization = authorizationOf(application, given)
  if (oauth !== undefined && authorization !== undefined)
    throw new VerbError('invalid', 'Give oauth, or other credentials; not both.')
  if (oauth !== undefined) return grantOf(oauth, now)
  if (authorization !== undefined) return { authorization }
  if (application.connection === undefined) return undefined
  const { baseUrl: _, ...saved } = application.connection
  return saved
}
