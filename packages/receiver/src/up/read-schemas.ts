import { readFile } from 'node:fs/promises'
import { BadOption } from '@scimulator/shared/program'
import { isResourceType, readSchemas } from '@scimulator/shared/scim'

/**
 * The schemas of `--schema`, each file one schema, a list, or what GET /Schemas answers (RFC 7643 §7); resource types may stand among them.
 *
 * @throws BadOption that names the file and what is wrong with it
 */
export async function readSchemaFiles(paths: readonly string[]): Promise<readonly unknown[]> {
  const files = await Promise.all(paths.map(readSchemaFile))
  return files.flat()
}

async function readSchemaFile(path: string): Promise<readonly unknown[]> {
  try {
    const given = JSON.parse(await readFile(path, 'utf8'))
    const types = (Array.isArray(given) ? given : [given]).filter(isResourceType)
    return [...types, ...readSchemas(given)]
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    const reason = error instanceof Error ? error.message : String(error)
    throw new BadOption(`--schema ${path}: ${isMissing ? 'there is no such file.' : reason}`)
  }
}
