// `scimulator redact`, as a function: what was recorded with the people in it, without them.
import { redactExchange, toHar } from '@scimulator/shared/http'
import { type Exchange, headerValue } from '@scimulator/shared/provisioning'
import { createPseudonyms } from './pseudonyms.ts'
import { looksLikeHar, PERSONAL_DATA, readHar } from './read-har.ts'
import { recognise } from './recognise/recognise.ts'
import { createTally } from './recognise/tally.ts'
import { exchangeLine, headLine, readRecording } from './recording-file.ts'
import { redactPeople } from './redact-people.ts'

export interface RedactedFile {
  readonly text: string
  readonly exchanges: number
  /** Whether the last line of the recording was cut, and left out. */
  readonly isCut: boolean
  /** Who asked for what, one line a sender. */
  readonly told: readonly string[]
}

export interface RedactOptions {
  /** Name of the file, for messages. */
  readonly file: string
  /** What made-up names are made with: nobody can guess it. */
  readonly key: string
  /** Version of Scimulator, which an HTTP archive names. */
  readonly version: string
}

/**
 * @param content of a recording, or of an HTTP archive (HAR), of which only the exchanges are kept
 * @throws BadInput where it is neither
 */
export function redactFile(content: string, { file, version, key }: RedactOptions): RedactedFile {
  const names = createPseudonyms(key)
  if (looksLikeHar(content)) {
    const made = redactAll(readHar(content, file), (one) => redactPeople(one, names))
    return {
      text: `${JSON.stringify(toHar(made, version, { [PERSONAL_DATA]: 'replaced' }), null, 2)}\n`,
      exchanges: made.length,
      isCut: false,
      told: told(made),
    }
  }
  const { head, exchanges, isCut } = readRecording(content, file)
  const made = redactAll(exchanges, (one) => redactPeople(one, names))
  const lines = made.map((one, at) => exchangeLine({ ...one, seq: exchanges[at]?.seq ?? at + 1 }))
  const text = [headLine({ ...head, personalData: 'replaced' }), ...lines].join('')
  return { text, exchanges: made.length, isCut, told: told(made) }
}

function told(exchanges: readonly Exchange[]): readonly string[] {
  const tally = createTally()
  for (const [at, one] of recognise(exchanges).entries()) if (exchanges[at]) tally.add(exchanges[at], one)
  return tally.lines()
}

/** Tokens that were sent may stand in bodies as well. */
function redactAll(exchanges: readonly Exchange[], conceal: (one: Exchange) => Exchange): readonly Exchange[] {
  const tokens = exchanges.flatMap(({ request }) => tokenIn(headerValue(request.headers, 'authorization') ?? ''))
  const secrets = new Set(tokens.filter((token) => !token.startsWith('[redacted')))
  return exchanges.map((one) => conceal(redactExchange(one, secrets)))
}

/** What stands behind the scheme of an Authorization header. */
export function tokenIn(authorization: string): readonly string[] {
  const [, token] = /^\S+\s+(\S+)$/.exec(authorization) ?? []
  return token === undefined ? [] : [token]
}
