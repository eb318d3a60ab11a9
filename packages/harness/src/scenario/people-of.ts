import { dirname } from 'node:path'
import { isPlainObject } from '../written/plain-object.ts'
import { companySourceOf, resolveBeside } from './company-source.ts'
import type { Scenario } from './scenario.ts'

/** How many people the companies of a scenario have: it seldom holds more accounts at a target. */
export function peopleOf({ steps, companies, path }: Pick<Scenario, 'steps' | 'companies' | 'path'>): number {
  return steps.reduce((sum, { input }) => {
    const source = companySourceOf(input)
    if (source && 'generate' in source) return sum + source.generate.people
    const company = source ? companies.get(resolveBeside(dirname(path), source.file)) : companyIn(input)
    return sum + peopleIn(company)
  }, 0)
}

function companyIn(input: unknown): unknown {
  return isPlainObject(input) ? input.company : undefined
}

function peopleIn(company: unknown): number {
  return isPlainObject(company) && Array.isArray(company.people) ? company.people.length : 0
}
