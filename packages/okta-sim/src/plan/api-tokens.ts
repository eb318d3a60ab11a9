// Tokens for the API (O901).
import type { ApiToken } from '../values/api-token.ts'
import { put, type Step } from './changes.ts'
import type { Maker } from './reconcile.ts'

/** @param hash of the token, which is kept in its place */
export function createToken(name: string, hash: string, maker: Maker): Step {
  const token: ApiToken = { id: maker.id('00T'), name, hash, created: new Date(maker.now).toISOString() }
  const target = [{ id: token.id, type: 'Token', displayName: name } as const]
  return { changes: [put('apiToken', token.id, token)], log: [{ eventType: 'system.api_token.create', target }] }
}
