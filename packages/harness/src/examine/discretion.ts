// What a test may show of an endpoint that is not ours: no secret of the connection, and of people who were there nothing but ids.
import { FINDINGS } from '@scimulator/findings'
import { redactExchange, redactText } from '@scimulator/shared/http'
import type { Exchange } from '@scimulator/shared/provisioning'
import { createRandomIds } from '@scimulator/shared/runtime'
import type { ConnectedTarget } from '../target/connect-target.ts'
import { createPrivacy, type Privacy } from '../target/privacy.ts'

export interface Discretion {
  /** What of an exchange may be shown: nothing secret, and of people who are not the test's own nothing but ids and hashes. */
  shown(exchange: Exchange): Exchange
  /** The same for texts that were made of answers. */
  swept(text: string): string
  /** Which resources are the test's own is known now. */
  knows(privacy: Privacy): void
  end(): void
}

export function createDiscretion({ url, watchSecrets }: Pick<ConnectedTarget, 'url' | 'watchSecrets'>): Discretion {
  const secrets = new Set<string>()
  const end = watchSecrets((secret) => void secrets.add(secret))
  // Before the test has made anything, every user who is shown was there.
  let privacy = createPrivacy({ base: url, key: createRandomIds().token('hash'), isOurs: () => false })
  return {
    knows(known) {
      if (known !== privacy) known.exempt(WORDS)
      privacy = known
    },
    shown: (exchange) => redactExchange(privacy.kept(privacy.vetted(exchange)), secrets),
    swept: (text) => privacy.swept(redactText(text, [...secrets])),
    end,
  }
}

/** A person there may be called like a word of ours; it is not told from whom a word comes. */
const WORDS = FINDINGS.map(({ title, detail, why, fix, when = '' }) => [title, detail, why, fix, when].join(' ')).join(
  ' ',
)
