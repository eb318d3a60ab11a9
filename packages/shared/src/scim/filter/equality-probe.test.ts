import { describe, expect, test } from 'vitest'
import { userResourceType } from '../schema/resource-types.ts'
import { urns } from '../urns.ts'
import { equalityProbe, equalityProbes } from './equality-probe.ts'
import { parseFilter } from './parse.ts'

describe('equalityProbes', () => {
  test.each([
    ['USERNAME eq "Bob"', [['userName', 'Bob', false]]],
    ['id eq "1"', [['id', '1', true]]],
    ['externalId eq 42', [['externalId', '42', true]]],
    ['emails eq "x"', [['emails.value', 'x', false]]],
    ['emails.value eq "x"', [['emails.value', 'x', false]]],
    [
      'emails[type eq "work"].value eq "x"',
      [
        ['emails.value', 'x', false],
        ['emails.type', 'work', false],
      ],
    ],
    ['emails[value eq "x" and (type eq "a" or primary eq true)]', [['emails.value', 'x', false]]],
    [`${urns.user}:userName eq "x"`, [['userName', 'x', false]]],
    [`manager eq "7"`, [[`${urns.enterpriseUser}:manager.value`, '7', true]]],
    [
      'active eq true and (title pr and id eq "1")',
      [
        ['active', true, false],
        ['id', '1', true],
      ],
    ],
  ])('finds what every match of %s has', (text, expected) => {
    const found = equalityProbes(parseFilter(text), userResourceType)
    expect(found.map(({ attributePath, value, caseExact }) => [attributePath, value, caseExact])).toEqual(expected)
  })

  test.each([
    'userName ne "x"',
    'userName sw "x"',
    'userName eq null',
    'userName eq "x" or id eq "1"',
    'not (userName eq "x")',
    'meta.created eq "2026-01-01"',
    'name eq "x"',
    'nope eq "x"',
    'userName pr',
  ])('offers no shortcut for %s', (text) => {
    expect(equalityProbes(parseFilter(text), userResourceType)).toEqual([])
  })

  test('picks the probe that an index answers', () => {
    const filter = parseFilter('active eq true and userName eq "bob"')
    expect(equalityProbe(filter, userResourceType, new Set(['userName']))?.value).toBe('bob')
    expect(equalityProbe(filter, userResourceType)?.attributePath).toBe('active')
    expect(equalityProbe(filter, userResourceType, new Set(['id']))).toBeUndefined()
  })
})
