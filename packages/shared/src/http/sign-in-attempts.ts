// Who may try to sign in again, and when. Failures alone count, by where they come from and by whom they name; what is remembered is
// bounded, so that a flood of names takes no memory.
import type { IncomingMessage } from 'node:http'

export interface Attempt {
  /** Where it comes from; nothing without a socket. */
  readonly address: string | undefined
  /** Who it says that it is. */
  readonly user: string
}

export interface SignInAttempts {
  /** Seconds until another attempt is looked at; 0 when it may be made now. Asked before a secret is compared. */
  waitSeconds(attempt: Attempt, now: number): number
  failed(attempt: Attempt, now: number): void
  /** Who has signed in begins anew; the failures of others at the same address stay. */
  succeeded(attempt: Attempt): void
}

/** In the page on limits. */
export const SIGN_IN_LIMITS = { perUser: 20, perAddress: 100, windowMs: 60_000, remembered: 10_000 } as const

interface Tally {
  readonly since: number
  count: number
}

export function createSignInAttempts(
  limits: { readonly [Name in keyof typeof SIGN_IN_LIMITS]: number } = SIGN_IN_LIMITS,
): SignInAttempts {
  const tallies = new Map<string, Tally>()
  const current = (key: string, now: number): Tally | undefined => {
    const tally = tallies.get(key)
    // A clock that was set back ends the wait as well: nobody is kept out until a moment that has been.
    return tally && now >= tally.since && now < tally.since + limits.windowMs ? tally : undefined
  }
  const count = (key: string, now: number): void => {
    const tally = current(key, now) ?? { since: now, count: 0 }
    tally.count += 1
    tallies.delete(key)
    tallies.set(key, tally)
    // The one that has been quiet for longest goes first.
    if (tallies.size > limits.remembered) tallies.delete(tallies.keys().next().value ?? '')
  }
  const waitOf = (key: string, most: number, now: number): number => {
    const tally = current(key, now)
    return tally && tally.count >= most ? tally.since + limits.windowMs - now : 0
  }
  return {
    waitSeconds({ address, user }, now) {
      const byUser = waitOf(userKey(user), limits.perUser, now)
      const byAddress = address === undefined ? 0 : waitOf(addressKey(address), limits.perAddress, now)
      return Math.ceil(Math.max(byUser, byAddress) / 1_000)
    },
    failed({ address, user }, now) {
      count(userKey(user), now)
      if (address !== undefined) count(addressKey(address), now)
    },
    succeeded({ user }) {
      tallies.delete(userKey(user))
    },
  }
}

/** The socket's own; what a header says of it anybody can write. */
export function addressOf(request: IncomingMessage): string | undefined {
  return request.socket.remoteAddress
}

const LONGEST = 256

/** A long name is cut: what is remembered has a bounded size each, too. */
function userKey(user: string): string {
  return `user ${user.slice(0, LONGEST).toLowerCase()}`
}

function addressKey(address: string): string {
  return `address ${address}`
}
