// A verb's `company` may be written out, or name a file, or be generated. The harness puts the people in before the verb sees them.

import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { Company } from '@scimulator/shared/people'
import { z } from 'zod'
import { isPlainObject } from '../written/plain-object.ts'
import { rejected } from '../written/problem.ts'
import { readTextFile } from '../written/read-text-file.ts'
import { schemaProblems } from '../written/schema-problems.ts'
import { readYaml } from '../written/yaml-document.ts'
import { hasPlaceholder } from './interpolate.ts'

export const CompanyFile = z.strictObject({
  file: z.string().min(1).describe('YAML file of a company, from the scenario’s folder or one above it'),
})

export const GeneratedCompany = z.strictObject({
  generate: z.strictObject({
    seed: z.int().optional().describe('The run’s seed when left out'),
    people: z.int().min(1).max(100_000),
    groups: z.int().min(0).max(20_000).default(0),
    name: z.string().optional(),
    domain: z.string().optional(),
    dirty: z.boolean().default(false).describe('Each rule of data quality is broken once'),
  }),
})
export type GeneratedCompany = z.infer<typeof GeneratedCompany>

/** What may be written where a verb takes a company. */
export const CompanySource = z.union([CompanyFile, GeneratedCompany, Company])

/** The file below `from`, or below the nearest folder above it in which the first part of `path` exists. */
export function resolveBeside(from: string, path: string): string {
  const [first = path] = path.split('/')
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, first))) return resolve(folder, path)
    if (dirname(folder) === folder) return resolve(from, path)
  }
}

/** @throws BadInput when the file is missing, no YAML, or no company; positions are those of the company's own file. */
export function readCompanyFile(path: string, shownBeside: { path: string; file: string }): Company {
  const file = join(dirname(shownBeside.file), relative(dirname(shownBeside.path), path))
  const document = readYaml(file, readTextFile(path))
  const problems = schemaProblems({
    document,
    path: [],
    value: document.value,
    type: Company,
    what: 'This company',
    isLeft: hasPlaceholder,
  })
  if (problems.length > 0) throw rejected(problems)
  return Company.parse(document.value)
}

/** Whether the input names a company by file or by seed, so that the harness has to put it in. */
export function companySourceOf(input: unknown): z.infer<typeof CompanyFile> | GeneratedCompany | undefined {
  const company = isPlainObject(input) ? input.company : undefined
  const file = CompanyFile.safeParse(company)
  if (file.success) return file.data
  const generated = GeneratedCompany.safeParse(company)
  return generated.success ? generated.data : undefined
}
