import type { Company } from './generated/company.ts'

/**
 * People and groups for an identity provider: written out; made up from a seed, the same each time (without `groups`, one for ten
 * people); or the path of a YAML file of a company, such as `scimulator copy` brings along.
 */
export type CompanySource =
  | Company
  | { readonly generate: { readonly people: number; readonly groups?: number; readonly seed?: number } }
  | { readonly file: string }
