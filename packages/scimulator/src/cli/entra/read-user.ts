import type { SourceValue } from '@scimulator/entra-sim/expression'
import { sourceValueOf } from '@scimulator/entra-sim/mapping'
import { readJsonFile } from './read-json-file.ts'

/** Source attributes from a file, or what to tell the user. */
export type UserFile =
  | {
      readonly ok: true
      readonly source: (name: string) => SourceValue | undefined
      /** Names of the attributes in the file. */
      readonly names: readonly string[]
    }
  | { readonly ok: false; readonly message: string }

/** Reads a JSON object whose keys are source attributes; without a path every attribute is null. */
export async function readUser(path: string | undefined): Promise<UserFile> {
  if (path === undefined) return { ok: true, source: () => null, names: [] }
  const file = await readJsonFile(path)
  if (!file.ok) return file
  const { value } = file
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    const example = '{"userPrincipalName": "ada@contoso.example"}'
    return { ok: false, message: `${path}: a user is an object of source attributes, such as ${example}.` }
  }
  const attributes = new Map(Object.entries(value).map(([name, one]) => [name, sourceValueOf(one)]))
  return { ok: true, source: (name) => attributes.get(name), names: [...attributes.keys()] }
}
