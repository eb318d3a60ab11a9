import type { DecisionContext } from '../directory/effects.ts'
import type { Profile } from '../profile/profile.ts'

/** A client that was named beforehand; `tokenHash` is that of the source whose rights it has. */
export interface RegisteredClient {
  readonly id: string
  readonly secretHash: string
  readonly tokenHash: string
}

export interface ClientSecret {
  readonly id: string
  readonly secret: string
}

/**
 * The hash of the source's token that a client's id and secret stand for. Besides the registered ones every source is a client: its id,
 * with its own token as the secret. Undefined when there is no such client, or its secret is another one.
 */
export function tokenHashOf(
  { id, secret }: ClientSecret,
  clients: readonly RegisteredClient[],
  profile: Profile,
  context: DecisionContext,
  hash: (text: string) => string,
): string | undefined {
  const secretHash = hash(secret)
  const registered = clients.find((client) => client.id === id)
  if (registered) return registered.secretHash === secretHash ? registered.tokenHash : undefined
  const authentication = profile.authenticate({ tokenHash: secretHash, organisation: undefined }, context)
  return authentication.outcome === 'admitted' && authentication.source.id === id ? secretHash : undefined
}
