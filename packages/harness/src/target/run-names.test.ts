import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownRequest } from './namespacing.ts'
import { ownFilterUrl } from './own-filter.ts'
import { hourOf, isRunId, newRunId, runIdIn, runIdOf } from './run-id.ts'
import { createRunNames } from './run-names.ts'

const names = () => createRunNames({ runId: 'aoxy0001' })

test.each([
  ['ana@contoso.example', 'scimulator-aoxy0001-ana@example.com'],
  ['Ana.Ä@CONTOSO.example', 'scimulator-aoxy0001-Ana.Ä@example.com'],
  ['x@other.test', 'scimulator-aoxy0001-x+other.test@example.com'],
  ['People & Culture', 'scimulator-aoxy0001-People & Culture'],
  [' ana ', ' scimulator-aoxy0001-ana '],
  ['', ''],
  ['scimulator-aoxy0001-ana', 'scimulator-aoxy0001-ana'],
])('"%s" goes out as "%s" and comes back', (text, own) => {
  const { name, plain, owns } = names()
  name('first@contoso.example')
  expect(name(text)).toBe(own)
  expect(name(own)).toBe(own)
  if (text.trim() !== '') expect(owns(own.toUpperCase())).toBe(true)
  if (!text.startsWith('scimulator')) expect(plain(own)).toBe(text)
})

test('what the endpoint has made of an own name comes back as well', () => {
  const { name, plain } = names()
  name('Ana@Contoso.example')
  expect(plain('scimulator-aoxy0001-ana@example.com')).toBe('ana@contoso.example')
  expect(plain('userName "scimulator-aoxy0001-Ana@example.com" exists')).toBe('userName "Ana@Contoso.example" exists')
  expect(plain('%22scimulator-aoxy0001-ana%40example.com%22')).toBe('%22ana%40contoso.example%22')
  expect(plain('scimulator-zzzz0001-ana@example.com')).toBe('scimulator-zzzz0001-ana@example.com')
})

test('every address lies in the domain, is short enough, and no two are one', () => {
  const part = fc.stringMatching(/^[a-z0-9.+-]{1,80}$/)
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(part, fc.constantFrom('a.test', 'b.test', 'c.d.test')), { maxLength: 20 }),
      (pairs) => {
        const { name, plain } = names()
        const addresses = [...new Set(pairs.map(([local, domain]) => `${local}@${domain}`))]
        const own = addresses.map(name)
        expect(new Set(own).size).toBe(addresses.length)
        for (const [index, address] of own.entries()) {
          expect(address).toMatch(/^[^@]{1,64}@example\.com$/)
          expect(plain(address)).toBe(addresses[index])
        }
      },
    ),
  )
})

test('a phone number becomes one kept for fiction, the same for the same, and comes back in the manner of the answer', () => {
  const { phone, plain, owns } = names()
  const own = phone('+55 11 5555 0101')
  expect(own).toMatch(/^\+1 \d{3} 555 01\d\d$/)
  expect(phone('+551155550101')).toBe(own.replaceAll(' ', ''))
  expect(phone('+55 11 5555 0102')).not.toBe(own)
  expect(phone(own)).toBe(own)
  expect([owns(own), owns('+1 201 555 0100'), owns('+49 30 1234567')]).toEqual([true, false, false])
  const figures = own.replace(/\D/g, '')
  expect(['00', '0', '000', '49'].map((before) => owns(`${before}${figures}`))).toEqual([true, false, false, false])
  expect([plain(own), plain(own.replaceAll(' ', ''))]).toEqual(['+55 11 5555 0101', '+551155550101'])
  expect(phone('tel:+49-30-1234567')).toMatch(/^tel:\+1 /)
  expect(phone('none')).toBe('scimulator-aoxy0001-none')
})

describe('on the wire', () => {
  const BASE = 'https://scim.example/v2'
  const own = (path: string, body?: unknown) =>
    ownRequest(
      {
        method: 'POST',
        url: `${BASE}${path}`,
        headers: [],
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      },
      names(),
      BASE,
    )
  const M = 'scimulator-aoxy0001-'
  const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

  test.each<[string, unknown, unknown]>([
    ['userName', { userName: 'ana' }, { userName: `${M}ana` }],
    ['externalId', { externalId: '1001' }, { externalId: `${M}1001` }],
    ['employeeNumber', { [ENTERPRISE]: { employeeNumber: 7 } }, { [ENTERPRISE]: { employeeNumber: `${M}7` } }],
    ['a qualified name', { [`${ENTERPRISE}:employeeNumber`]: '7' }, { [`${ENTERPRISE}:employeeNumber`]: `${M}7` }],
    [
      'each email',
      { emails: [{ type: 'work', value: 'a@b.c' }] },
      { emails: [{ type: 'work', value: `${M}a@example.com` }] },
    ],
    ['an address anywhere', { title: 'a@b.cd' }, { title: `${M}a@example.com` }],
    ['displayName', { displayName: 'Sales' }, { displayName: `${M}Sales` }],
    [
      'not what is beside a member',
      { members: [{ value: '1', display: 'Ana' }] },
      { members: [{ value: '1', display: 'Ana' }] },
    ],
    [
      'not the rest',
      { active: true, title: 'Engineer', roles: [{ value: 'x' }] },
      { active: true, title: 'Engineer', roles: [{ value: 'x' }] },
    ],
  ])('%s', (_, body, expected) => {
    expect(JSON.parse(own('/Users', body).body ?? '')).toEqual(expected)
  })

  test.each<[unknown, unknown]>([
    [
      { op: 'add', path: 'userName', value: 'ana' },
      { op: 'add', path: 'userName', value: `${M}ana` },
    ],
    [
      { op: 'Add', path: 'emails[type eq "work"].value', value: 'a@b.cd' },
      { op: 'Add', path: 'emails[type eq "work"].value', value: `${M}a@example.com` },
    ],
    [
      { op: 'remove', path: 'emails[value eq "a@b.cd"]' },
      { op: 'remove', path: `emails[value eq "${M}a@example.com"]` },
    ],
    [
      { op: 'replace', value: { displayName: 'X' } },
      { op: 'replace', value: { displayName: `${M}X` } },
    ],
    [
      { op: 'add', path: 'externalId', value: [{ $ref: null, value: 'x' }] },
      { op: 'add', path: 'externalId', value: [{ $ref: null, value: `${M}x` }] },
    ],
  ])('an operation %j', (operation, expected) => {
    expect(JSON.parse(own('/Users/1', { Operations: [operation] }).body ?? '').Operations).toEqual([expected])
  })

  test('a bulk request and a search are held to the same', () => {
    const bulk = { Operations: [{ method: 'POST', path: '/Users', data: { userName: 'ana' } }] }
    expect(own('/Bulk', bulk).body).toContain(`${M}ana`)
    expect(JSON.parse(own('/.search', { filter: 'userName eq "ana"' }).body ?? '').filter).toBe(`userName eq "${M}ana"`)
  })

  test.each([
    ['?filter=userName%20eq%20%22ana%22', `?filter=userName%20eq%20%22${M}ana%22`],
    ['?filter=userName+eq+"a+b"&count=1', `?filter=userName+eq+"${M}a+b"&count=1`],
    ['?a=1&filter=externalId eq "a%2fb"', `?a=1&filter=externalId eq "${M}a%2fb"`],
    [
      '?filter=emails%5Btype%20eq%20%22work%22%5D.value%20eq%20%22a%40b.cd%22',
      `?filter=emails%5Btype%20eq%20%22work%22%5D.value%20eq%20%22${M}a%40example.com%22`,
    ],
    ['?filter=active%20eq%20true', '?filter=active%20eq%20true'],
    ['?filter=id%20eq%20%22ana%22', '?filter=id%20eq%20%22ana%22'],
    ['?filter=%zz', '?filter=%zz'],
    ['?filter=userName%20eq', '?filter=userName%20eq'],
  ])('the filter %s keeps its bytes but for the value', (query, expected) => {
    expect(ownFilterUrl(`https://x/Users${query}`, names())).toBe(`https://x/Users${expected}`)
  })
})

test('a run id tells its hour; those of worlds share it', () => {
  const now = Date.parse('2026-11-29T15:40:00Z')
  const run = newRunId(now, 0.5)
  expect(isRunId(run)).toBe(true)
  expect(hourOf(run)).toBe(Date.parse('2026-11-29T15:00:00Z'))
  expect(runIdOf(run, 'a').slice(0, 4)).toBe(run.slice(0, 4))
  expect(runIdOf(run, 'a')).toBe(runIdOf(run, 'a'))
  expect(runIdOf(run, 'a')).not.toBe(runIdOf(run, 'b'))
  expect(runIdIn(`scimulator-${run}-ana@example.com`)).toBe(run)
  expect(runIdIn(`x scimulator-${run}-ana`)).toBeUndefined()
  expect(runIdIn('scimulator-short-ana')).toBeUndefined()
})
