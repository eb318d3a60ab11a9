import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { printAttributePath, printFilter } from './filter/print.ts'
import { parsePath } from './path.ts'
import { userResourceType } from './schema/resource-types.ts'
import { ScimError } from './scim-error.ts'
import { urns } from './urns.ts'

// Many runs on a busy machine take longer than a test usually may.
vi.setConfig({ testTimeout: 60_000 })

const custom = 'urn:ietf:params:scim:schemas:extension:Custom:2.0:User'

function outline(text: string): string {
  const path = parsePath(text, userResourceType)
  if (path.kind === 'schema') return `schema ${path.schema}`
  const filter = path.filter === undefined ? '' : ` where ${printFilter(path.filter)}`
  return `${printAttributePath(path.path)}${filter}`
}

describe('parsePath', () => {
  test.each([
    ['userName', 'userName'],
    [' userName ', 'userName'],
    ['name.givenName', 'name.givenName'],
    ['emails[type eq "work"]', 'emails where type eq "work"'],
    ['emails[type eq "work"].value', 'emails.value where type eq "work"'],
    ['EMAILS[TYPE EQ "a]b"].VALUE', 'EMAILS.VALUE where TYPE eq "a]b"'],
    [`${urns.user}:name.givenName`, `${urns.user}:name.givenName`],
    [`${urns.user}:emails[type eq "work"].value`, `${urns.user}:emails.value where type eq "work"`],
    [`${urns.enterpriseUser}:manager.value`, `${urns.enterpriseUser}:manager.value`],
    [urns.enterpriseUser, `schema ${urns.enterpriseUser}`],
    [urns.user.toUpperCase(), `schema ${urns.user.toUpperCase()}`],
    [`${custom}:tag`, `${custom}:tag`],
    ['members[value eq "a"].$ref', 'members.$ref where value eq "a"'],
  ])('reads %s', (text, expected) => {
    expect(outline(text)).toBe(expected)
  })

  test.each([
    ['', 'invalidPath', 1],
    ['a b', 'invalidPath', 3],
    ['a.b.c', 'invalidPath', 1],
    ['.a', 'invalidPath', 1],
    ['a[b pr]x', 'invalidPath', 8],
    ['a[b pr].', 'invalidPath', 9],
    ['a[b pr].c.d', 'invalidPath', 9],
    ['a.b[c pr]', 'invalidPath', 4],
    [`${urns.enterpriseUser}[a pr]`, 'invalidPath', 59],
    ['a[', 'invalidFilter', 3],
    ['a[]', 'invalidFilter', 3],
    ['a[b]', 'invalidFilter', 4],
    ['a[b pr', 'invalidFilter', 7],
    ['a[b eq "x]', 'invalidFilter', 8],
  ])('refuses %s with %s at character %i', (text, scimType, character) => {
    try {
      parsePath(text, userResourceType)
      expect.unreachable()
    } catch (error) {
      expect(error).toMatchObject({ status: 400, scimType })
      expect(String(error)).toContain(`at character ${character}:`)
    }
  })

  test('throws nothing but ScimError for arbitrary text', () => {
    const piece = fc.constantFrom('a', 'emails', '[', ']', '.', ' eq ', '"x"', ':', urns.enterpriseUser, '(', ' ')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (text) => {
          try {
            parsePath(text, userResourceType)
          } catch (error) {
            expect(error).toBeInstanceOf(ScimError)
          }
        },
      ),
    )
  })
})
