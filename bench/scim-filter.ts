// Filters: parsing and evaluating, beside scim2-parse-filter, on what provisioning clients really send.
import { compileFilter, parseFilter, type ScimResource, userResourceType } from '@scimulator/shared/scim'
import { filter as compileTheirs, parse as parseTheirs } from 'scim2-parse-filter'
import type { BenchRow } from './bench-row.ts'

const lookup = 'userName eq "person500@example.com"'
const compound =
  'active eq true and (name.familyName sw "Fam" or title pr) and emails[type eq "work" and value co "@example.com"]'

const people: readonly ScimResource[] = Array.from({ length: 1000 }, (_, index) => ({
  id: `id-${index}`,
  userName: `person${index}@example.com`,
  active: index % 2 === 0,
  name: { givenName: 'Given', familyName: `Family${index}` },
  emails: [
    { type: 'home', value: `home${index}@example.org` },
    { type: 'work', value: `person${index}@example.com`, primary: true },
  ],
}))

export const rows: BenchRow[] = [
  parsing('filter: parse a lookup', lookup),
  parsing('filter: parse a compound', compound),
  evaluating('filter: evaluate a lookup on 1,000 people', lookup),
  evaluating('filter: evaluate a compound on 1,000 people', compound),
]

function parsing(name: string, text: string): BenchRow {
  return {
    name,
    baseline: 'scim2-parse-filter',
    ops: () => parseFilter(text),
    baselineOps: () => parseTheirs(text),
    target: 'not slower',
  }
}

function evaluating(name: string, text: string): BenchRow {
  const ours = compileFilter(parseFilter(text), userResourceType)
  const theirs = compileTheirs(parseTheirs(text))
  return {
    name,
    baseline: 'scim2-parse-filter',
    ops: () => count(ours),
    baselineOps: () => count(theirs),
    target: 'not slower',
  }
}

function count(matches: (person: ScimResource) => boolean): number {
  let found = 0
  for (const person of people) if (matches(person)) found += 1
  return found
}
