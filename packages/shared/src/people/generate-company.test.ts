import { describe, expect, test } from 'vitest'
import { AWKWARD_NAMES } from './awkward-names.ts'
import { Company } from './company.ts'
import { DIRTY_KEYS } from './dirty-people.ts'
import { generateCompany, generateInParts } from './generate-company.ts'

const company = generateCompany({ seed: 1, people: 250, groups: 12 })

describe('a generated company', () => {
  test('is a legal company and the same for the same seed', () => {
    expect(Company.parse(company)).toEqual(company)
    expect(generateCompany({ seed: 1, people: 250, groups: 12 })).toEqual(company)
    expect(generateCompany({ seed: 2, people: 250, groups: 12 })).not.toEqual(company)
  })

  test('begins with the people of a smaller one', () => {
    expect(generateCompany({ seed: 1, people: 40, groups: 12 }).people).toEqual(company.people.slice(0, 40))
  })

  test('has legal, unique addresses and employee numbers and alpha-2 countries', () => {
    for (const { email, country } of company.people) {
      expect(email).toMatch(/^[a-z]+(\.[a-z]+)*\.\d{4}@contoso\.example$/)
      expect(country ?? 'DE').toMatch(/^[A-Z]{2}$/)
    }
    expect(new Set(company.people.map(({ email }) => email)).size).toBe(250)
    expect(new Set(company.people.map(({ employeeId }) => employeeId)).size).toBe(250)
  })

  test('has every awkward name and people without optional fields', () => {
    const shown = new Set(company.people.map(({ givenName, surname }) => JSON.stringify([givenName, surname])))
    for (const { givenName, surname } of AWKWARD_NAMES) expect(shown).toContain(JSON.stringify([givenName, surname]))
    expect(company.people.filter(({ jobTitle }) => jobTitle === undefined).length).toBe(35)
  })

  test('has managers who exist and groups whose members exist, everybody in at least one', () => {
    const keys = new Set(company.people.map(({ key }) => key))
    const grouped = new Set(company.groups.flatMap(({ members }) => members))
    expect(company.people.every(({ manager }) => manager === undefined || keys.has(manager))).toBe(true)
    expect([...grouped].sort()).toEqual([...keys].sort())
    expect(company.groups).toHaveLength(12)
  })

  test('has the dirty people only when asked', () => {
    const dirty = generateCompany({ seed: 1, people: 3, groups: 1, dirty: true })
    expect(dirty.people.slice(3).map(({ key }) => key)).toEqual([...DIRTY_KEYS])
    expect(Company.parse(dirty)).toEqual(dirty)
  })

  test.each([1, 7, 100, 1_000])('is the same in parts of %s', (size) => {
    const parts = [...generateInParts({ seed: 1, people: 250, groups: 12 }, size)]
    expect(parts.flatMap(({ people }) => people)).toEqual(company.people)
    expect(parts.flatMap(({ groups }) => groups)).toEqual(company.groups)
    expect(Math.max(...parts.map(({ people }) => people.length))).toBeLessThanOrEqual(size)
  })

  test('has a first group of the size that is wanted, and the other groups as they were', () => {
    const { groups } = generateCompany({ seed: 1, people: 250, groups: 12, largestGroup: 200 })
    expect(groups[0]?.members.slice(0, 200)).toEqual(company.people.slice(0, 200).map(({ key }) => key))
    expect(new Set(groups[0]?.members).size).toBe(groups[0]?.members.length)
    expect(groups.slice(1)).toEqual(company.groups.slice(1))
  })
})
