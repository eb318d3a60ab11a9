import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { DEFAULT_ORGANISATION, sourceUrl } from '../directory/organisation.ts'
import type { Ledger } from '../ledger.ts'
import type { ShownSource } from '../profile/profile.ts'

const SourceItem = z.object({
  name: z.string().describe('Name of the source; several may share one'),
  organisation: z.string().describe('Organisation that it writes into; "default" where none was named'),
  status: z.enum(['active', 'inactive']).describe('Requests through an inactive source are refused'),
  url: z.string().describe('Base URL of its SCIM endpoint, for the identity provider to be given'),
})

/** Who may write to the receiver, and where. Tokens are not among it: they are shown once. */
export function sources({ profile }: Pick<Ledger, 'profile'>, publicUrl: () => string) {
  return defineView({
    name: 'sources',
    describes: 'Sources that identity providers write through: name, url, status, organisation; by name.',
    query: z.strictObject({}),
    item: SourceItem,
    watches: ['source'],
    read: () =>
      [...profile.sources()].map((source, index, all) => ({
        key: keyOf(source, all.slice(0, index)),
        value: { ...shown(source), url: sourceUrl({ publicUrl }, source) },
      })),
  })
}

/** The name, with what tells it apart from others of that name. */
function keyOf({ name, organisation }: ShownSource, before: readonly ShownSource[]): string {
  const namesakes = before.filter((other) => other.name === name && other.organisation === organisation).length
  const counted = namesakes === 0 ? name : `${name} ${namesakes + 1}`
  return organisation === DEFAULT_ORGANISATION ? counted : `${counted} (${organisation})`
}

/** A product's own record of a source says more, such as the hash of its token. */
function shown({ name, organisation, status }: ShownSource): ShownSource {
  return { name, organisation, status }
}
