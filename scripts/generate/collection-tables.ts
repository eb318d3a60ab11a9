// The tables of docs/guides/scenarios.md: what of the collection runs at another endpoint. They follow from a run of all of it, half a
// minute long, and are therefore no part of `npm run generate` alone.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type ForeignRun, runForeignCollection, withCollectionSection } from '../../scenarios/foreign-collection.ts'
import type { GeneratedFile } from './generated-files.ts'

const PATH = 'docs/guides/scenarios.md'

/** @param runs of the whole collection; run when they are not given */
export async function collectionTables(runs?: readonly ForeignRun[]): Promise<GeneratedFile> {
  const page = readFileSync(fileURLToPath(new URL(`../../${PATH}`, import.meta.url)), 'utf8')
  return { path: PATH, text: withCollectionSection(page, runs ?? (await runForeignCollection())) }
}
