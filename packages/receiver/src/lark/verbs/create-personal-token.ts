import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { hashToken } from '@scimulator/shared/runtime'
import { z } from 'zod'
import { Acting, actor, findAdministrator } from '../acts/acting.ts'
import { carryOutAct, type Desk } from '../acts/desk.ts'

const CreatePersonalTokenInput = Acting.extend({
  administrator: z.string().optional().describe('For whom; default oneself'),
})
export const PersonalToken = z.object({
  administrator: z.string(),
  token: z.string().describe('Shown here and never again'),
})

/** A token with which an administrator uses the admin API without signing in. */
export function createPersonalTokenVerb(desk: Desk) {
  return defineVerb({
    name: 'create-personal-token',
    describes:
      'Creates a personal token for the admin API. Only primary administrators can create one for someone else.',
    input: CreatePersonalTokenInput,
    isInward: () => true,
    run(input) {
      const acting = actor(desk, input)
      const owner = findAdministrator(desk, input.organisation, input.administrator ?? acting.id)
      if (owner.id !== acting.id && !acting.primary) {
        throw new VerbError(
          'refused',
          `${acting.email} is not a primary administrator and can create tokens only for their own account.`,
        )
      }
      const token = desk.ledger.ids.token('personal token')
      const administrator = { ...owner, tokenHashes: [...owner.tokenHashes, hashToken(token)] }
      carryOutAct(desk, [{ kind: 'profile:administrator-put', administrator }])
      return { administrator: owner.email, token }
    },
  })
}
