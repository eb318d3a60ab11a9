// Scenarios of real people: what is told from a recording in which they were not made up has a tag, by which pages that anybody may be sent
// know it.
import { readFileSync } from 'node:fs'
import { BadInput, findScenarioFiles } from '@scimulator/harness/scenario'

export const REAL_PEOPLE = 'personal-data'

const TAGGED = new RegExp(`^tags:[^\\n]*(?:\\n[ -][^\\n]*)*?\\b${REAL_PEOPLE}\\b`, 'm')

/** @throws BadInput where one of the files, or of those in a folder, has it */
export function assertMadeUp(paths: readonly string[], wayOut: string): void {
  const file = findScenarioFiles(paths).find((path) => TAGGED.test(readFileSync(path, 'utf8')))
  if (file !== undefined)
    throw new BadInput(
      `${file} has real people in it (its tag "${REAL_PEOPLE}"), and a page is soon passed on. ${wayOut}`,
    )
}
