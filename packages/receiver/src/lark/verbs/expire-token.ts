import { defineVerb } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { actor } from '../acts/acting.ts'
import { carryOutAct, type Desk } from '../acts/desk.ts'
import { findSource } from '../acts/find-source.ts'
import { SourceInput } from '../acts/source-input.ts'
import { adminLogged } from '../log/admin-log.ts'

/** Lark A04: the token's expiry date becomes this moment. */
export function expireTokenVerb(desk: Desk) {
  return defineVerb({
    name: 'expire-token',
    describes: 'Makes the token of a sync source expire now.',
    input: SourceInput,
    run(input) {
      const administrator = actor(desk, input, 'Directory Sync')
      const old = findSource(desk, input.organisation, input.source)
      const now = desk.ledger.schedule.now()
      const source = { ...old, token: { ...old.token, expiresAt: now } }
      const details = { token: 'expired', tokenExpiresAt: isoTime(now) }
      const event = { eventType: 'Edit sync configurations', administrator, source, details } as const
      const entries = adminLogged(event, now, desk.profile.options.rulesOff)
      carryOutAct(desk, [{ kind: 'profile:source-put', source }], entries)
      return { id: source.id, tokenExpiresAt: isoTime(now) }
    },
  })
}
