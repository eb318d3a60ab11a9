import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { quirks as entraQuirks } from '@scimulator/entra-sim'
import { FINDINGS } from '@scimulator/findings'
import { quirks as jumpCloudQuirks } from '@scimulator/jumpcloud-sim'
import { DEVIATIONS } from '@scimulator/receiver'
import { describe, expect, test } from 'vitest'
import { CASES_FROM_THE_FIELD } from './cases-from-the-field.ts'
import { NAMES_OF_QUIRKS } from './names-of-quirks.ts'
import { answersTo, others, PAINS, painsPage, QUIRK_PAINS } from './pains-page.ts'
import { USERS_SUFFER_FROM } from './users-suffer-from.ts'

const ROOT = join(import.meta.dirname, '../../../../..')
const names = new Set<string>([...FINDINGS.map(({ id }) => id), ...DEVIATIONS.map(({ name }) => name)])
const quirkIds = [...entraQuirks, ...jumpCloudQuirks].map(({ id }) => id)
const rows = Object.values(PAINS).flat()

describe.each(Object.entries(PAINS))('%s', (_, pains) => {
  test.each(pains.map((pain) => [pain.what, pain] as const))('%s', (_what, pain) => {
    expect((pain.names ?? []).filter((name) => !names.has(name))).toEqual([])
    expect((pain.shows ?? []).filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
    expect(pain.notAtAReceiver).not.toBe('')
    expect([answersTo(pain), pain.what, pain.source].every((cell) => cell.trim().length > 3)).toBe(true)
  })
})

test('a row that nothing answers is refused', () => {
  expect(() => answersTo({ what: 'Rain', source: 'the sky' })).toThrow('Nothing answers "Rain"')
})

test('the 45 pains, every quirk and the 25 kinds of cases have a row, each once', () => {
  expect([USERS_SUFFER_FROM.length, QUIRK_PAINS.length, CASES_FROM_THE_FIELD.length]).toEqual([45, quirkIds.length, 25])
  expect(new Set(rows.map(({ what }) => what)).size).toBe(rows.length)
})

test('a scenario shows each, but for what no run can show', () => {
  const isShown = ({ shows = [] }: (typeof rows)[number]): boolean =>
    shows.some((path) => path.startsWith('scenarios/'))
  const told = [USERS_SUFFER_FROM, QUIRK_PAINS, PAINS['What Entra ID sends when somebody leaves'] ?? []].flat()
  expect(told.filter((row) => !isShown(row)).map(({ what }) => what)).toEqual([
    // It is what the project is for.
    'There is no tenant to test with',
    // Access is not SCIM's to tell: the application behind the endpoint is asked.
    'A disable that does not take access away',
    // Of other programs.
    'Validators disagree, and mix edge cases with basics',
  ])
})

test('what is said about quirks is about quirks that exist', () => {
  expect(Object.keys(NAMES_OF_QUIRKS).filter((id) => !quirkIds.includes(id))).toEqual([])
})

test('every finding and deviation stands in a row, or below with its own source', () => {
  const page = painsPage()
  const missing = [...names].filter((name) => !page.includes(`\`${name}\``) && !page.includes(`[${name}]`))
  expect(missing).toEqual([])
  expect(others().filter(({ source }) => source.trim() === '')).toEqual([])
})
