import { defineVerb, type Verb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { DEFAULT_ORGANISATION } from '../admin/desk.ts'
import type { Ledger } from '../directory/ledger.ts'
import { hashToken } from '../scim/bearer-token.ts'

/** The wizard's other fields are taken and have no meaning here, so that one scenario runs on both profiles. */
export const AddPlainSourceInput = z.looseObject({
  name: z.string().optional(),
  organisation: z.string().default(DEFAULT_ORGANISATION),
})

/** A client of a receiver without product rules: a token and a URL, active at once. */
export function addPlainSource(ledger: Ledger, publicUrl: () => string): Verb {
  return defineVerb({
    name: 'add-sync-source',
    describes: 'Gives a client a URL and a token; a plain SCIM store has nothing to configure.',
    input: AddPlainSourceInput,
    async run({ organisation, name }) {
      const token = ledger.ids.token('sync source token')
      const source = { organisation, tokenHash: hashToken(token), ...(name === undefined ? {} : { name }) }
      ledger.commit(ledger.profile.addSource(source, ledger.context()))
      // A token that is handed out is known after a crash.
      await ledger.store.durable()
      return { url: `${publicUrl()}/organisations/${encodeURIComponent(organisation)}/scim/v2`, token }
    },
  })
}
