import { defineVerb } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import { sourceUrl } from '../../directory/organisation.ts'
import { actor } from '../acts/acting.ts'
import { carryOutAct, type Desk } from '../acts/desk.ts'
import { findSource } from '../acts/find-source.ts'
import { issueToken, lifetime } from '../acts/issue-token.ts'
import { SourceInput } from '../acts/source-input.ts'
import { adminLogged } from '../log/admin-log.ts'
import { TOKEN_LIFETIME_MS } from '../values/new-sync-source.ts'

export const RefreshTokenInput = SourceInput.extend({ tokenLifetime: z.string().optional().describe('Default 365d') })
export const RefreshedToken = z.object({ url: z.string(), token: z.string(), tokenExpiresAt: z.string() })

/** How many hashes of refreshed tokens are kept. */
const FORMER_TOKENS_KEPT = 20

/** Lark A03: from now on the old token stops working. */
export function refreshTokenVerb(desk: Desk) {
  return defineVerb({
    name: 'refresh-token',
    describes: 'Refreshes the token of a sync source. The new one is shown once, the old one stops working.',
    input: RefreshTokenInput,
    effect: 'gives-access',
    run(input) {
      const administrator = actor(desk, input, 'Directory Sync')
      const old = findSource(desk, input.organisation, input.source)
      const { token, hash } = issueToken(desk)
      const now = desk.ledger.schedule.now()
      const expiresAt = now + (lifetime(input.tokenLifetime) ?? TOKEN_LIFETIME_MS)
      const formerTokens = [...old.formerTokens, old.token.hash].slice(-FORMER_TOKENS_KEPT)
      const source = { ...old, token: { hash, issuedAt: now, expiresAt }, formerTokens }
      const details = { token: 'refreshed', tokenExpiresAt: isoTime(expiresAt) }
      const event = { eventType: 'Edit sync configurations', administrator, source, details } as const
      const entries = adminLogged(event, now, desk.profile.options.rulesOff)
      carryOutAct(desk, [{ kind: 'profile:source-put', source }], entries)
      return { url: sourceUrl(desk, source), token, tokenExpiresAt: isoTime(expiresAt) }
    },
  })
}
