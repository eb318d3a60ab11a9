import type { JsonValue } from './json.ts'

export type JsonLimits = { readonly maxBytes: number; readonly maxDepth: number }

export const defaultJsonLimits: JsonLimits = { maxBytes: 1_048_576, maxDepth: 64 }

export function parseStrictJson(bytes: Uint8Array, limits: Partial<JsonLimits> = {}): JsonValue {
  throw new Error(`not there yet: ${bytes.length} ${limits.maxDepth}`)
}
