import { PROGRAMS } from '@scimulator/harness/programs'
import { sample } from '../sample-idp/tested.ts'
import { FILLED } from './filled.ts'
import type { TestedProgram } from './tested-program.ts'

/** The list that ships, and what the import of the sample adds to it. */
export const TESTED_PROGRAMS: readonly TestedProgram[] = [...PROGRAMS.map(filled), sample]

function filled(entry: (typeof PROGRAMS)[number]): TestedProgram {
  const how = FILLED[entry.name]
  if (!how) throw new Error(`filled.ts does not say how ${entry.name} is filled.`)
  return { ...entry, ...how }
}
