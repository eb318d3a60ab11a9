import { type JsonValue, parseStrictJson, ScimError } from '@scimulator/shared/scim'
import type { Ledger } from '../directory/ledger.ts'
import type { DirectoryView } from '../directory/view.ts'
import type { DecisionContext, Effects, Profile, SourceContext } from '../profile/profile.ts'
import type { AuthenticationScheme } from './authentication-scheme.ts'
import type { GroupPatch } from './group-patch.ts'
import type { Limits } from './limits.ts'
import type { QueryParameters } from './query-parameters.ts'
import type { Rendering } from './rendering.ts'

/** A request that was admitted, with all that its endpoint may need. */
export type Call = {
  readonly method: string
  readonly segments: readonly string[]
  readonly query: QueryParameters
  readonly header: (name: string) => string | undefined
  readonly body: Uint8Array
  /** Of the base path: `http://127.0.0.1:8080/scim/v2`. */
  readonly baseUrl: string
  readonly ledger: Ledger
  readonly profile: Profile
  readonly view: DirectoryView
  readonly source: SourceContext
  readonly context: DecisionContext
  readonly limits: Limits
  readonly groupPatch: GroupPatch
  readonly schemes: readonly AuthenticationScheme[]
  readonly rendering: Rendering
}

/** The body as strict JSON. @throws ScimError 400 invalidSyntax, 413 */
export function jsonBody(call: Call, maxBytes = call.limits.maxBodyBytes): JsonValue {
  if (call.body.length > maxBytes) {
    throw new ScimError('payloadTooLarge', `The body is larger than ${maxBytes} bytes.`)
  }
  if (call.body.length === 0) throw new ScimError('invalidSyntax', 'The request has no body.')
  return parseStrictJson(call.body, { maxBytes, maxDepth: call.limits.maxJsonDepth })
}

export function commit(call: Call, effects: Effects): void {
  call.ledger.commit(effects)
}
