import { join } from 'node:path'
import { createEntraTenant } from '@scimulator/entra-sim'
import { createJumpCloudOrg } from '@scimulator/jumpcloud-sim'
import { createSeededIds, createVirtualSchedule } from '@scimulator/shared/runtime'
import { Command } from 'commander'
import { expect, test } from 'vitest'
import { type CompanyArguments, companyOptions } from './company-options.ts'
import { loadCompany } from './load-company.ts'

const CONTOSO = join(import.meta.dirname, '../../../../scenarios/fixtures/contoso.yaml')

function program(kind: 'entra' | 'jumpcloud' = 'entra') {
  const schedule = createVirtualSchedule(0)
  const send = async () => {
    throw new Error('Nobody is to be asked')
  }
  const options = { schedule, ids: createSeededIds(1, kind), send }
  return kind === 'entra' ? createEntraTenant(options) : createJumpCloudOrg(options)
}

const emails = async ({ control }: ReturnType<typeof program>) =>
  ((await control.views.get('users')?.read({})) ?? []).map(({ key }) => key)

test.each([
  ['--people makes people up, and a group for ten of them', { people: 25 }, 'Loaded 25 people and 3 groups of Contoso'],
  ['--groups says how many groups', { people: 25, groups: 0 }, 'Loaded 25 people and 0 groups of Contoso'],
  ['--company reads a file', { company: CONTOSO }, 'Loaded 25 people and 4 groups of Contoso'],
])('%s', async (_title, options, told) => {
  for (const kind of ['entra', 'jumpcloud'] as const) {
    const one = program(kind)
    expect(await loadCompany(one.control, { seed: 1, ...options })).toBe(told)
    expect(await emails(one)).toHaveLength(25)
  }
})

test('another seed makes other people up, the same seed the same', async () => {
  const people = async (seed: number) => {
    const one = program()
    await loadCompany(one.control, { seed, people: 5 })
    return emails(one)
  }
  expect(await people(2)).toEqual(await people(2))
  expect(await people(2)).not.toEqual(await people(3))
})

test.each(['entra', 'jumpcloud'] as const)('%s has a first group of the wanted size', async (kind) => {
  const one = program(kind)
  await loadCompany(one.control, { seed: 1, people: 40, groups: 4, largestGroup: 30 })
  const [group] = (await one.control.views.get('groups')?.read({})) ?? []
  expect(group?.value.members).toHaveLength(32)
})

test('a large company is loaded in parts, is the same as in one, and says how far it is', async () => {
  const [whole, parts] = [program(), program()]
  const company = { seed: 1, people: 230, groups: 12 }
  await loadCompany(whole.control, company)
  const told: string[] = []
  const progress = (people: number) => told.push(String(people))
  const last = await loadCompany(parts.control, company, { size: 100, progress })
  expect(last).toBe('Loaded 230 people and 12 groups of Contoso')
  expect(told.slice(0, 3)).toEqual(['100', '200', '230'])
  const seen = async ({ control }: typeof whole, view: string) => control.views.get(view)?.read({})
  for (const view of ['users', 'groups']) expect(await seen(parts, view)).toEqual(await seen(whole, view))
})

test('without any of the options nobody is loaded, and who is there stays alone', async () => {
  const one = program()
  expect(await loadCompany(one.control, { seed: 1 })).toBeUndefined()
  await loadCompany(one.control, { seed: 1, people: 3 })
  const told = await loadCompany(one.control, { seed: 1, people: 9 })
  expect(told).toBe('3 people are there already; no company was loaded')
  expect(await emails(one)).toHaveLength(3)
})

test.each<[Omit<CompanyArguments, 'seed'>, string]>([
  [{ people: 3, company: CONTOSO }, '--people makes a company up and --company reads one; give one of them.'],
  [{ groups: 3 }, '--groups goes with --people.'],
  [{ largestGroup: 3 }, '--largest-group goes with --people.'],
  [{ people: 5, groups: 0, largestGroup: 3 }, '--largest-group needs a group, and --groups says 0.'],
  [{ company: 'nowhere.yaml' }, '--company "nowhere.yaml" cannot be read: ENOENT'],
])('%j is refused', async (options, message) => {
  await expect(loadCompany(program().control, { seed: 1, ...options })).rejects.toThrow(message)
})

test.each(['0', '1.5', 'many', '1000001'])('--people %s is refused by the command line', (text) => {
  const command = new Command().exitOverride().configureOutput({ writeErr: () => {} })
  for (const option of companyOptions()) command.addOption(option)
  expect(() => command.parse(['--people', text], { from: 'user' })).toThrow('It is a whole number from 1 to 1000000.')
})
