import { type JsonValue, parseStrictJson, ScimError } from '@scimulator/shared/scim'
import type { Change } from '../../directory/change.ts'
import type { DecisionContext, Effects } from '../../directory/effects.ts'
import type { DirectoryView, HeldView } from '../../directory/view.ts'
import type { Profile, SourceContext, Write } from '../../profile/profile.ts'
import type { GroupPatch } from '../answer/group-patch.ts'
import type { Rendering } from '../answer/rendering.ts'
import type { AuthenticationScheme } from './authentication-scheme.ts'
import type { Limits } from './limits.ts'
import type { QueryParameters } from './query-parameters.ts'

/** A write that was decided, with what follows from it. */
export interface DecidedWrite {
  readonly write: Write
  readonly changes: readonly Change[]
  /** The body as it was sent, with ids in the place of bulkIds; undefined for a DELETE. */
  readonly sent: JsonValue | undefined
}

/** Told of a write before it is applied, so that it can look at what was; what it returns is called once the write is applied. */
export type WriteListener = (call: Call, decided: DecidedWrite) => () => void

/** Security events (RFC 9967): which there can be, and who makes them. */
export interface EventSource {
  readonly uris: readonly string[]
  readonly onWrite: WriteListener
}

/** A request that was admitted, with all that its endpoint may need. */
export interface Call {
  readonly method: string
  readonly segments: readonly string[]
  readonly query: QueryParameters
  readonly header: (name: string) => string | undefined
  readonly body: Uint8Array
  /** Of the base path: `http://127.0.0.1:8080/scim/v2`. */
  readonly baseUrl: string
  /** Applies what was decided, as one step. */
  readonly commit: (effects: Effects) => void
  readonly profile: Profile
  readonly view: DirectoryView
  /** The view as it is now, whatever is written later. */
  readonly hold: () => HeldView
  readonly source: SourceContext
  readonly context: DecisionContext
  readonly limits: Limits
  readonly groupPatch: GroupPatch
  readonly schemes: readonly AuthenticationScheme[]
  readonly rendering: Rendering
  /** What is told of writes, where somebody listens. */
  readonly events: EventSource | undefined
}

/** The body as strict JSON. @throws ScimError 400 invalidSyntax, 413 */
export function jsonBody(call: Call, maxBytes = call.limits.maxBodyBytes): JsonValue {
  if (call.body.length > maxBytes) {
    throw new ScimError('payloadTooLarge', `The body is larger than ${maxBytes} bytes.`)
  }
  if (call.body.length === 0) throw new ScimError('invalidSyntax', 'The request has no body.')
  return parseStrictJson(call.body, { maxBytes, maxDepth: call.limits.maxJsonDepth })
}
