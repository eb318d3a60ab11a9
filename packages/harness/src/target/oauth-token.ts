// Access tokens by client credentials (RFC 6749 §4.4): fetched when the first request needs one, shared by all that wait, fetched again
// shortly before they expire and once when the target refuses one.
import { type AccessToken, readToken, tokenRequest } from '@scimulator/shared/oauth'
import type { Send } from '@scimulator/shared/provisioning'
import type { RealTime } from '@scimulator/shared/runtime'
import type { SignIn } from './load-secrets.ts'

export type OAuthSignIn = SignIn & { readonly kind: 'oauth' }

/** There is no token; the text names the endpoint, what came, and what to look at. */
export class NoToken extends Error {}

export interface TokenSource {
  /** @throws NoToken */
  current(): Promise<string>
  /** The target refused this one: the next call of `current` fetches another, unless that has happened already. */
  refused(token: string): void
}

/** A token that is about to expire is not used: it may be old when it arrives. */
const MARGIN_MS = 30_000

/** @param tell hears of each token, so that nothing shows it */
export function createTokenSource(
  signIn: OAuthSignIn,
  send: Send,
  time: RealTime,
  tell: (token: string) => void,
): TokenSource {
  let fetched: Promise<AccessToken> | undefined
  let latest: AccessToken | undefined

  async function fetchToken(): Promise<AccessToken> {
    try {
      const answered = readToken(await send(tokenRequest(signIn)), time.now())
      if ('problem' in answered) throw new NoToken(answered.problem)
      latest = answered
      tell(latest.token)
      return latest
    } catch (error) {
      fetched = undefined
      throw error
    }
  }

  const isStale = ({ expiresAt }: AccessToken): boolean =>
    expiresAt !== undefined && expiresAt - MARGIN_MS <= time.now()

  return {
    async current() {
      if (latest && isStale(latest)) {
        latest = undefined
        fetched = undefined
      }
      fetched ??= fetchToken()
      return (await fetched).token
    },
    refused(token) {
      if (latest?.token !== token) return
      latest = undefined
      fetched = undefined
    },
  }
}
