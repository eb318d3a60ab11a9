import { equalInConstantTime } from '@scimulator/shared/http'
import { hashToken } from '@scimulator/shared/runtime'
import type { ApiKey } from './organization.ts'

/** The key that was shown, compared in constant time. */
export function findApiKey(keys: ReadonlyMap<string, ApiKey>, shown: string): ApiKey | undefined {
  const hash = hashToken(shown)
  return [...keys.values()].find((key) => equalInConstantTime(hash, key.hash))
}
