import { describe, expect, test } from 'vitest'
import { urns } from '../urns.ts'
import { printAttribute, resolveAttribute } from './resolve-attribute.ts'
import { groupResourceType, userResourceType } from './resource-types.ts'

const enterprise = urns.enterpriseUser

describe('resolveAttribute', () => {
  test.each([
    [{ attribute: 'USERNAME' }, 'userName'],
    [{ attribute: 'name', subAttribute: 'GivenName' }, 'name.givenName'],
    [{ schema: urns.user.toUpperCase(), attribute: 'emails', subAttribute: 'value' }, 'emails.value'],
    [{ schema: enterprise, attribute: 'manager', subAttribute: '$REF' }, `${enterprise}:manager.$ref`],
    [{ attribute: 'department' }, `${enterprise}:department`],
    [{ attribute: 'id' }, 'id'],
    [{ schema: urns.user, attribute: 'externalId' }, 'externalId'],
    [{ attribute: 'meta', subAttribute: 'lastmodified' }, 'meta.lastModified'],
  ])('finds %j', (name, canonical) => {
    const resolved = resolveAttribute(userResourceType, name)
    expect(resolved && printAttribute(resolved)).toBe(canonical)
  })

  test.each([
    { attribute: 'nope' },
    { attribute: 'name', subAttribute: 'nope' },
    { attribute: 'userName', subAttribute: 'value' },
    { schema: urns.user, attribute: 'department' },
    { schema: enterprise, attribute: 'userName' },
    { schema: 'urn:x', attribute: 'userName' },
    { attribute: '__proto__' },
    { attribute: 'constructor' },
    { attribute: 'name', subAttribute: 'toString' },
  ])('does not find %j', (name) => {
    expect(resolveAttribute(userResourceType, name)).toBeUndefined()
  })

  test('says when an extension was guessed', () => {
    expect(resolveAttribute(userResourceType, { attribute: 'manager' })?.unqualified).toBe(true)
    expect(resolveAttribute(userResourceType, { schema: enterprise, attribute: 'manager' })?.unqualified).toBe(false)
    expect(resolveAttribute(groupResourceType, { attribute: 'manager' })).toBeUndefined()
  })
})
