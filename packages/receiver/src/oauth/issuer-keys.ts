// The keys by which an issuer's tokens are checked (RFC 7517). The sender of a token chooses its `kid`, so that an unknown key must not
// make the receiver ask the issuer each time.
import { createPublicKey, type JsonWebKey } from 'node:crypto'

/** Resolves to the parsed body of a GET; rejects when there is none. */
export type FetchJson = (url: string) => Promise<unknown>

type IssuerKey = JsonWebKey & { readonly kid?: string }

export interface IssuerKeys {
  readonly issuer: string
  readonly keys: readonly IssuerKey[]
}

/** The keys that are known, or those that are fetched because `kid` is not among them. @param now milliseconds since the epoch */
export type FindKeys = (kid: unknown, now: number) => Promise<IssuerKeys | undefined>

/** After the issuer was asked in vain it is left alone for so long: a key that is new waits no longer than this. */
export const REFETCH_MS = 60_000

/**
 * Keys that are fetched when they are first needed, and once more for a token whose key is not among them: then at most once a minute.
 * Tokens that need them at the same time share one fetch.
 * @param fetchKeys resolves to undefined where there are none to be had
 */
export function createKeyFinder(fetchKeys: () => Promise<IssuerKeys | undefined>): FindKeys {
  let known: IssuerKeys | undefined
  let fetching: Promise<IssuerKeys | undefined> | undefined
  let missedAt = Number.NEGATIVE_INFINITY
  const has = (kid: unknown): boolean => known?.keys.some((key) => key.kid === kid) === true
  const fetchShared = async (): Promise<void> => {
    fetching ??= fetchKeys()
    try {
      // What was known stays where the issuer cannot be reached.
      known = (await fetching) ?? known
    } finally {
      fetching = undefined
    }
  }
  return async (kid, now) => {
    const isMiss = known !== undefined
    if (has(kid) || now - missedAt < REFETCH_MS) return known
    await fetchShared()
    if (isMiss || known === undefined) missedAt = now
    return known
  }
}

/** The issuer and its keys by its metadata (OpenID Connect Discovery §4). */
export async function keysByMetadata(url: string, fetchJson: FetchJson): Promise<IssuerKeys | undefined> {
  try {
    const metadata = await fetchJson(url)
    if (!isRecord(metadata) || typeof metadata.issuer !== 'string' || typeof metadata.jwks_uri !== 'string')
      return undefined
    return await keysAt(metadata.jwks_uri, metadata.issuer, fetchJson)
  } catch {
    return undefined
  }
}

/** The keys of an issuer that is known by name, at the URL of its key set (RFC 7517 §5). */
export async function keysAt(url: string, issuer: string, fetchJson: FetchJson): Promise<IssuerKeys | undefined> {
  try {
    const set = await fetchJson(url)
    return isRecord(set) && Array.isArray(set.keys) ? { issuer, keys: set.keys.filter(isUsable) } : undefined
  } catch {
    return undefined
  }
}

/** A key that cannot be read is as good as none. */
function isUsable(key: unknown): key is IssuerKey {
  if (!isRecord(key) || key.kty !== 'RSA') return false
  try {
    createPublicKey({ key: key as JsonWebKey, format: 'jwk' })
    return true
  } catch {
    return false
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
