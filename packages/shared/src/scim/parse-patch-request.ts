import type { JsonValue } from './json.ts'
import type { Strictness } from './tolerances.ts'

export type PatchOperation = {
  readonly op: 'add' | 'replace' | 'remove'
  readonly path?: string
  readonly value?: JsonValue
}

/** Reads a PATCH body (RFC 7644 §3.5.2). Throws ScimError 400 invalidSyntax naming the operation. */
export function parsePatchRequest(
  body: JsonValue,
  options: { readonly strictness?: Strictness } = {},
): readonly PatchOperation[] {
  throw new Error(`not there yet: ${body} ${options.strictness?.size}`)
}
