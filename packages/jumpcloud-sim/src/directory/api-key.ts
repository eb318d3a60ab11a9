import { createHash } from 'node:crypto'
import { equalInConstantTime } from '@scimulator/shared/http'
import type { ApiKey } from './organization.ts'

/** Keys are kept as hashes only. They are long and random, so that a plain SHA-256 is enough. */
export function hashApiKey(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

/** The key that was shown, compared in constant time. */
export function findApiKey(keys: ReadonlyMap<string, ApiKey>, shown: string): ApiKey | undefined {
  const hash = hashApiKey(shown)
  return [...keys.values()].find((key) => equalInConstantTime(hash, key.hash))
}
