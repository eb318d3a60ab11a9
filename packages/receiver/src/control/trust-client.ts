import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { TokenDesk } from './token-desk.ts'

const TrustClientInput = z.strictObject({
  token: z.string().min(1).describe('Token of the source that the client signs in as').meta({ secret: true }),
  id: z.string().min(1).describe('Id of the client here'),
  issuer: z.string().min(1),
  jwksUrl: z.url({ protocol: /^https?$/ }).describe('Where the issuer publishes its keys'),
  subject: z.string().min(1),
  audience: z.string().min(1),
})

/** What the administrator of a service copies from the identity provider's page. */
export function trustClientVerb({ trust }: TokenDesk) {
  return defineVerb({
    name: 'trust-client',
    describes:
      'Lets a client sign in at the token endpoint with an issuer’s assertion instead of a secret (RFC 7523): workload identity federation.',
    input: TrustClientInput,
    run({ token, ...client }) {
      trust(client, token)
      return {}
    },
  })
}
