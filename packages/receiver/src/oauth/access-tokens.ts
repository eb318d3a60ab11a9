import type { Ids } from '@scimulator/shared/runtime'

/** What an access token stands for: the source that its client belongs to. */
export interface Grant {
  readonly tokenHash: string
  readonly expiresAt: number
}

/** Access tokens that were given out. They are in memory only: after a restart or a reset a client is refused, and fetches another one. */
export class AccessTokens {
  readonly #grants = new Map<string, Grant>()
  readonly lifetimeMs: number

  constructor(lifetimeMs: number) {
    this.lifetimeMs = lifetimeMs
  }

  /** @param tokenHash hash of the source's own token. @param hash how tokens are stored */
  issue(tokenHash: string, now: number, ids: Pick<Ids, 'token'>, hash: (token: string) => string): string {
    for (const [key, { expiresAt }] of this.#grants) if (expiresAt <= now) this.#grants.delete(key)
    const token = ids.token('access token')
    this.#grants.set(hash(token), { tokenHash, expiresAt: now + this.lifetimeMs })
    return token
  }

  /** What the token with this hash stands for; undefined for a token that is none of these, `expired` for one that was. */
  find(hash: string, now: number): Grant | 'expired' | undefined {
    const grant = this.#grants.get(hash)
    return grant !== undefined && grant.expiresAt <= now ? 'expired' : grant
  }

  clear(): void {
    this.#grants.clear()
  }
}
