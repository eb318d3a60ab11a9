import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { TokenDesk } from './token-desk.ts'

/** As after a restart: clients are refused, and fetch other ones. */
export function revokeAccessTokensVerb({ revoke }: TokenDesk) {
  return defineVerb({
    name: 'revoke-access-tokens',
    describes: 'Revokes every access token that the token endpoint has issued.',
    input: z.strictObject({}),
    run() {
      revoke()
      return {}
    },
  })
}
