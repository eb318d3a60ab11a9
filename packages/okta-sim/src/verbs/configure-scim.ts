import { defineVerb } from '@scimulator/shared/behaviour'
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
        .describe('What is typed: the wizard sends "Bearer" before it, the catalogue sends it as it is typed'),
    }),
    run({ application, baseUrl, token }) {
      const known = findApplication(engine.org, application)
      return engine.act(connect(known, connectionOf(engine, known, baseUrl, token), engine.maker))
    },
  })
}

function connectionOf({ behaviour }: Engine, { kind }: Application, typed: string, token: string): Connection {
  const baseUrl = behaviour.baseUrlSlash === 'dropped' ? typed.replace(/\/$/, '') : typed
  return { baseUrl, authorization: kind === 'wizard' ? `Bearer ${token}` : token }
}
