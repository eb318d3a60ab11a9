import { resolve } from 'node:path'
import { readCompanyFile } from '@scimulator/harness/scenario'
import { generateCompany } from '@scimulator/shared/people/generate'

const PEOPLE_A_GROUP = 10

/**
 * An input whose `company` is made up or in a file, with the company itself in its place; any other input as it is.
 *
 * @throws BadInput when the file is no company
 */
export function readCompany(input: unknown): unknown {
  if (!isObject(input) || !isObject(input.company)) return input
  const { generate, file } = input.company
  if (typeof file === 'string') return { ...input, company: readCompanyFile(resolve(file), { path: file, file }) }
  return isObject(generate) ? { ...input, company: generated(generate) } : input
}

function generated(plan: Readonly<Record<string, unknown>>): unknown {
  const { people, groups = Math.ceil(Number(people) / PEOPLE_A_GROUP), seed = 1 } = plan
  return generateCompany({ people: Number(people), groups: Number(groups), seed: Number(seed) })
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
