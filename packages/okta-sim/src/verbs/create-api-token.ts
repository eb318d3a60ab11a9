import { defineVerb } from '@scimulator/shared/behaviour'
import { hashToken } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { createToken } from '../plan/api-tokens.ts'

export function createApiTokenVerb(engine: Engine) {
  return defineVerb({
    name: 'create-api-token',
    describes: "Makes a token for Okta's API, to be sent as Authorization: SSWS. It is shown this once.",
    input: z.strictObject({ name: z.string().min(1).default('script').describe('What the token is for') }),
    async run({ name }) {
      const apiToken = `00${engine.secret('api-token').slice(0, 40)}`
      await engine.act(createToken(name, hashToken(apiToken), engine.maker))
      return { apiToken }
    },
  })
}
