// Bodies of SCIM, from bytes to resources and operations.
import {
  type JsonValue,
  parsePatchRequest,
  parseStrictJson,
  readResource,
  strict,
  urns,
  userResourceType,
} from '@scimulator/shared/scim'
import type { Draw } from '../draw.ts'
import { shorter } from '../hostile-words.ts'
import { type Json, jsonText, mutatedJson } from '../json-values.ts'
import { userOf } from '../surfaces/scim-requests.ts'
import { hidden, must, unlessRefused } from '../target.ts'

function bodyOf(draw: Draw): Json {
  if (draw.chance(0.5))
    return {
      ...userOf(draw),
      ...(draw.chance(0.3) ? { x509Certificates: [{ value: 'AAAA' }], roles: [{ value: 'r', primary: false }] } : {}),
    }
  const op = draw.pick(['add', 'replace', 'Replace', 'remove'])
  const operation = {
    op,
    path: draw.pick(['title', 'emails[type eq "work"].value', 'name']),
    value: draw.pick(['x', true, null]),
  }
  const spelled: Json = draw.chance(0.2) ? { Op: op, PATH: 'title', Value: 1 } : operation
  const few: readonly Json[] = draw.chance(0.3) ? [spelled, operation] : [spelled]
  return {
    ...(draw.chance(0.8) ? { schemas: [urns.patchOp] } : {}),
    Operations: draw.chance(0.01) ? Array<Json>(5_001).fill(operation) : few,
  }
}

/** One in sixteen as bytes that may be no UTF-8. */
function asBytes(text: string): Uint8Array {
  return Buffer.from(text, text.length % 16 === 5 ? 'latin1' : 'utf8')
}

export const strictJson = hidden<string>({
  name: 'SCIM bodies',
  files: ['strict-json.ts', 'parse-patch-request.ts'].map((file) => `shared/src/scim/${file}`),
  make: (draw) =>
    draw.chance(0.03) ? draw.pick(['[', '{"a":']).repeat(draw.pick([10, 64, 65, 9_000])) : jsonText(bodyOf(draw), draw),
  mutate: (text, other, draw) => mutatedJson(text, other, draw),
  smaller: shorter,
  show: (text) => JSON.stringify(text),
  run: (text) =>
    unlessRefused(['ScimError'], () => {
      const value = parseStrictJson(asBytes(text), { maxBytes: 400_000 })
      must(
        JSON.stringify(parseStrictJson(Buffer.from(JSON.stringify(value)))) === JSON.stringify(value),
        () => 'it is read otherwise when it is written',
      )
      if (hasOperations(value)) readOperations(value, text)
      else
        readResource(value, userResourceType, {
          mode: 'create',
          checkRequired: false,
          ...(text.length % 3 === 0 ? { strictness: strict } : {}),
        })
    }),
})

function readOperations(value: JsonValue, text: string): void {
  parsePatchRequest(value, text.length % 3 === 0 ? { strictness: strict } : {})
}

function hasOperations(value: JsonValue): boolean {
  return typeof value === 'object' && value !== null && 'Operations' in value
}
