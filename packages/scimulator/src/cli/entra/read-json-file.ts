import { readFile } from 'node:fs/promises'
import { type PlacedJson, parseJsonWithPlaces } from './json-places.ts'

/** A JSON file with its places, or what to tell the user. */
export type JsonFile =
  | (PlacedJson & { readonly ok: true; readonly path: string })
  | { readonly ok: false; readonly message: string }

/** Reads a JSON file; the message of a failure begins with the path and, where there is one, line and column. */
export async function readJsonFile(path: string): Promise<JsonFile> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    const reason =
      error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'there is no such file' : error
    return { ok: false, message: `${path}: ${reason instanceof Error ? reason.message : String(reason)}` }
  }
  const parsed = parseJsonWithPlaces(text)
  if (parsed.ok) return { ...parsed, path }
  return { ok: false, message: `${path}:${parsed.place.line}:${parsed.place.column}: ${parsed.message}` }
}
