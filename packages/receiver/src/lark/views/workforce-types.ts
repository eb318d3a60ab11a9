import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { directoryOf } from '../acts/by-hand.ts'
import type { Desk } from '../acts/desk.ts'
import { sourcesOf } from '../acts/find-source.ts'
import { memberFacts } from '../values/member.ts'
import { OrganisationQuery } from './organisation-query.ts'

export const WorkforceTypeItem = z.object({
  name: z.string().describe('Name of the workforce type in Lark: regular employee'),
  members: z.number().int().describe('How many members have it, inactive ones included'),
  rules: z
    .array(
      z.object({
        source: z.string().describe('Name of the sync source'),
        employeeType: z.string().describe('Field value of Employee Type at the identity provider: Regular'),
      }),
    )
    .readonly()
    .describe('Values of Employee Type that become it'),
})
type WorkforceTypeItem = z.infer<typeof WorkforceTypeItem>

/** Lark A05. */
export function workforceTypes(desk: Desk) {
  return defineView({
    name: 'workforce-types',
    describes: 'Workforce types that a rule or a member names, by name, with the rules that lead to them.',
    query: OrganisationQuery,
    item: WorkforceTypeItem,
    watches: ['record', 'source', 'field'],
    read({ organisation }) {
      const rules = rulesOf(desk, organisation)
      const members = countsOf(desk, organisation)
      const names = [...new Set([...rules.keys(), ...members.keys()])].sort()
      return names.map((name) => ({
        key: name,
        value: { name, members: members.get(name) ?? 0, rules: rules.get(name) ?? [] },
      }))
    },
  })
}

function rulesOf(desk: Desk, organisation: string): ReadonlyMap<string, WorkforceTypeItem['rules']> {
  const found = new Map<string, { source: string; employeeType: string }[]>()
  for (const { name: source, workforceTypeRules } of sourcesOf(desk, organisation)) {
    for (const { employeeType, workforceType } of workforceTypeRules) {
      found.set(workforceType, [...(found.get(workforceType) ?? []), { source, employeeType }])
    }
  }
  return found
}

function countsOf(desk: Desk, organisation: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const record of directoryOf(desk, organisation).all('User').values()) {
    const { employeeType } = memberFacts(record).values
    if (employeeType !== undefined) counts.set(employeeType, (counts.get(employeeType) ?? 0) + 1)
  }
  return counts
}
