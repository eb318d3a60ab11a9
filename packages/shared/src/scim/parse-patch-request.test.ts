import { describe, expect, test } from 'vitest'
import type { JsonValue } from './json.ts'
import { parsePatchRequest } from './parse-patch-request.ts'
import { urns } from './urns.ts'

const schemas = [urns.patchOp]

describe('parsePatchRequest', () => {
  test('reads any case of op and of the names', () => {
    const body = { SCHEMAS: schemas, operations: [{ OP: 'Replace', Path: 'active', VALUE: 'False' }] }
    expect(parsePatchRequest(body)).toEqual([{ op: 'replace', path: 'active', value: 'False' }])
  })

  test('takes a null path for no path, and keeps a null value', () => {
    const Operations = [
      { op: 'add', path: null, value: { a: 1 } },
      { op: 'replace', path: 'a', value: null },
    ]
    expect(parsePatchRequest({ schemas, Operations })).toEqual([
      { op: 'add', value: { a: 1 } },
      { op: 'replace', path: 'a', value: null },
    ])
  })

  test.each<[JsonValue, string, string]>([
    [[], 'invalidSyntax', 'JSON object'],
    [null, 'invalidSyntax', 'JSON object'],
    [{ schemas }, 'invalidSyntax', 'Operations is required'],
    [{ schemas, Operations: [] }, 'invalidSyntax', 'one or more'],
    [{ schemas, Operations: {} }, 'invalidSyntax', 'one or more'],
    [{ schemas: 'x', Operations: [{ op: 'add', value: {} }] }, 'invalidSyntax', 'array of URNs'],
    [{ schemas, Operations: [1] }, 'invalidSyntax', 'Operations[0] is not an object'],
    [{ schemas, Operations: [{ op: 'add', value: {} }, {}] }, 'invalidSyntax', 'Operations[1]: op is missing'],
    [{ schemas, Operations: [{ op: 'move', path: 'a' }] }, 'invalidSyntax', 'op is "move"'],
    [{ schemas, Operations: [{ op: 'add', OP: 'add', value: 1 }] }, 'invalidSyntax', 'names op twice'],
    [{ schemas, Operations: [{ op: 'add', path: 'a' }] }, 'invalidValue', 'needs a value'],
    [{ schemas, Operations: [{ op: 'remove' }] }, 'noTarget', 'needs a path'],
    [{ schemas, Operations: [{ op: 'add', path: 1, value: 1 }] }, 'invalidPath', 'path is not a string'],
  ])('refuses %j with %s', (body, scimType, reason) => {
    expect(() => parsePatchRequest(body)).toThrow(expect.objectContaining({ scimType, status: 400 }))
    expect(() => parsePatchRequest(body)).toThrow(reason)
  })

  test('refuses more operations than anybody needs', () => {
    const Operations = Array.from({ length: 5001 }, () => ({ op: 'remove', path: 'title' }))
    expect(() => parsePatchRequest({ schemas, Operations })).toThrow(expect.objectContaining({ status: 413 }))
  })
})
