import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { Acting, actor, findAdministrator } from '../acts/acting.ts'
import { carryOutAct, type Desk } from '../acts/desk.ts'
import { sourcesOf } from '../acts/find-source.ts'
import { checkNotLastPrimary, checkPrimary } from '../acts/primary.ts'
import type { LarkChange } from '../state/lark-change.ts'

const RemoveAdministratorInput = Acting.extend({
  administrator: z.string().min(1).describe('Administrator, by email address, name or id').meta({
    refers: 'lark.administrators',
  }),
})

/** Lark A02. Sessions and tokens end, and no sync source tells that administrator anything; logs keep the name. */
export function removeAdministratorVerb(desk: Desk) {
  return defineVerb({
    name: 'remove-administrator',
    describes: 'Takes all of an administrator’s permissions away, for good.',
    input: RemoveAdministratorInput,
    isInward: () => true,
    run(input) {
      checkPrimary(actor(desk, input), 'remove others')
      const { organisation, administrator: wanted } = input
      const before = findAdministrator(desk, organisation, wanted)
      checkNotLastPrimary(desk, before)
      const secrets = { passwordHash: null, tokenHashes: [] }
      const administrator = { ...before, ...secrets, removedAt: desk.ledger.schedule.now() }
      carryOutAct(desk, [
        { kind: 'profile:administrator-put', administrator },
        ...toldNoMore(desk, organisation, before.id),
      ])
      return { id: before.id, email: before.email }
    },
  })
}

function toldNoMore(desk: Desk, organisation: string, id: string): readonly LarkChange[] {
  const telling = sourcesOf(desk, organisation).filter((source) => source.administratorNotification.includes(id))
  return telling.map((source) => ({
    kind: 'profile:source-put',
    source: { ...source, administratorNotification: source.administratorNotification.filter((one) => one !== id) },
  }))
}
