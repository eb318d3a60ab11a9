import { describe, expect, test } from 'vitest'
import { groupResourceType, userResourceType } from '../schema/resource-types.ts'
import { ScimError } from '../scim-error.ts'
import { urns } from '../urns.ts'
import { compileFilter } from './evaluate.ts'
import { parseFilter } from './parse.ts'

const ana = {
  schemas: [urns.user, urns.enterpriseUser],
  id: 'Abc-1',
  externalId: 'EXT-1',
  userName: 'ana@Example.com',
  title: '',
  active: true,
  name: { givenName: 'Ana', familyName: 'Ünlü' },
  emails: [
    { type: 'work', value: 'ana@example.com', primary: true },
    { type: 'home', value: 'ana@home.example' },
  ],
  roles: [],
  meta: { resourceType: 'User', lastModified: '2026-11-23T01:00:00.500+01:00', version: 'W/"1"' },
  [urns.enterpriseUser]: { department: 'Sales', employeeNumber: '0042', manager: { value: 'M-1' } },
}

function matches(text: string): boolean {
  return compileFilter(parseFilter(text), userResourceType)(ana)
}

describe('compileFilter', () => {
  test.each([
    ['userName eq "ANA@example.COM"', true],
    ['USERNAME eq "ana@example.com"', true],
    ['id eq "abc-1"', false],
    ['id eq "Abc-1"', true],
    ['externalId eq "ext-1"', false],
    ['name.familyName eq "ÜNLÜ"', true],
    ['userName sw "ANA@"', true],
    ['userName ew ".COM"', true],
    ['userName co "example"', true],
    ['userName gt "ana"', true],
    ['userName lt "ana"', false],
    ['active eq true', true],
    ['active eq "True"', true],
    ['active ne true', false],
    ['active eq false', false],
    // Present: neither missing, nor null, nor empty.
    ['userName pr', true],
    ['title pr', false],
    ['nickName pr', false],
    ['roles pr', false],
    ['emails pr', true],
    ['name pr', true],
    ['emails.primary pr', true],
    // A missing attribute differs from everything, and equals nothing but null.
    ['nickName ne "x"', true],
    ['nickName eq "x"', false],
    ['nickName eq null', true],
    ['userName eq null', false],
    ['userName ne null', true],
    ['not (nickName eq "x")', true],
    // Multi-valued attributes match when any value does.
    ['emails eq "ANA@home.example"', true],
    ['emails co "@home"', true],
    ['emails.value ew "example"', true],
    ['emails.type eq "other"', false],
    ['emails.type ne "work"', true],
    // A value path is about one element.
    ['emails[type eq "work" and value ew "home.example"]', false],
    ['emails[type eq "home" and value ew "home.example"]', true],
    ['emails[type eq "work"].value eq "ana@home.example"', false],
    ['emails[type eq "home"].value eq "ana@home.example"', true],
    ['emails[primary eq "True"].value pr', true],
    ['emails[not (primary pr)].type eq "home"', true],
    ['emails[type eq "fax"]', false],
    ['not (emails[type eq "fax"])', true],
    ['name[givenName eq "ana"]', true],
    ['schemas eq "urn:ietf:params:scim:schemas:core:2.0:User"', true],
    ['schemas[value sw "urn:x"]', false],
    // Instants, not texts.
    ['meta.lastModified eq "2026-11-23T00:00:00.5Z"', true],
    ['meta.lastModified gt "2026-11-23T00:00:00Z"', true],
    ['meta.lastModified gt "2026-11-23T00:30:00Z"', false],
    ['meta.lastModified le "2026-11-23T00:00:00.500"', true],
    ['meta.lastModified ge "2026-11-23"', true],
    ['meta.lastModified sw "2026-11"', true],
    [`${urns.user}:userName sw "ana"`, true],
    [`${urns.enterpriseUser}:department eq "sales"`, true],
    [`${urns.enterpriseUser.toUpperCase()}:manager.value eq "M-1"`, true],
    [`${urns.enterpriseUser}:manager eq "M-1"`, true],
    ['manager eq "m-1"', false],
    ['employeeNumber eq 0042', true],
    ['employeeNumber eq 42', false],
    ['title pr or active eq true and userName sw "b"', false],
    ['(title pr or active eq true) and userName sw "a"', true],
    ['not (title pr) and not (roles pr)', true],
  ])('%s is %s', (text, expected) => {
    expect(matches(text)).toBe(expected)
  })

  test.each([
    ['nope eq "x"', 'is not known'],
    ['name.nope eq "x"', 'is not known'],
    ['constructor pr', 'is not known'],
    ['emails[nope eq "x"]', 'no sub-attribute of emails'],
    ['emails[type.x eq "x"]', 'not a sub-attribute'],
    ['active gt true', '"gt" does not go with'],
    ['active co "t"', '"co" does not go with'],
    ['active eq "yes"', 'expected true or false'],
    ['emails[primary lt true]', '"lt" does not go with'],
    ['x509Certificates.value gt "a"', '"gt" does not go with'],
    ['name eq "x"', 'is complex'],
    ['addresses co "x"', 'is complex'],
    ['meta.created gt "yesterday"', 'expected a date'],
    ['userName co null', 'does not go with null'],
    ['password eq "x"', 'write-only'],
    ['password pr', 'write-only'],
  ])('refuses %s', (text, reason) => {
    expect(() => matches(text)).toThrow(ScimError)
    expect(() => matches(text)).toThrow(reason)
  })

  test('treats unknown attributes as unassigned in a search across resource types', () => {
    const noValue = (text: string) =>
      compileFilter(parseFilter(text), groupResourceType, { unknownAttributes: 'noValue' })({ displayName: 'g' })
    expect(noValue('userName eq "x" or displayName eq "G"')).toBe(true)
    expect(noValue('userName eq "x"')).toBe(false)
    expect(noValue('userName pr')).toBe(false)
    expect(noValue('userName ne "x"')).toBe(true)
    expect(noValue('userName eq null')).toBe(true)
    expect(noValue('userName ne null')).toBe(false)
    expect(noValue('emails[type eq "work"]')).toBe(false)
  })

  test('never looks at inherited properties', () => {
    const inherited = Object.create({ userName: 'bob' })
    expect(compileFilter(parseFilter('userName eq "bob"'), userResourceType)(inherited)).toBe(false)
  })

  describe('given a keyed relation', () => {
    const stored = new Map([
      ['a', { value: 'a', type: 'User' }],
      ['b', { value: 'b', type: 'Group' }],
    ])
    let scans = 0
    const members = {
      has: (value: string) => stored.has(value),
      size: stored.size,
      values: () => {
        scans += 1
        return stored.values()
      },
    }
    const test1 = (text: string) => {
      scans = 0
      return compileFilter(parseFilter(text), groupResourceType, { keyed: { members: () => members } })({ id: 'g' })
    }

    test.each([
      ['members eq "a"', true, 0],
      ['members.value eq "x"', false, 0],
      ['members[value eq "b"]', true, 0],
      ['id eq "g" and members eq "a"', true, 0],
      ['members[type eq "group"].value eq "a"', false, 1],
      ['members[type eq "group" and value eq "b"]', true, 1],
      ['members.type eq "User"', true, 1],
      ['members pr', true, 1],
      ['members.value ne "a"', true, 1],
    ])('%s is %s after running through it %i times', (text, expected, times) => {
      expect(test1(text)).toBe(expected)
      expect(scans).toBe(times)
    })

    test('a group without a relation has no members', () => {
      const none = compileFilter(parseFilter('members pr'), groupResourceType, { keyed: { members: () => undefined } })
      expect(none({ id: 'g' })).toBe(false)
    })
  })
})
