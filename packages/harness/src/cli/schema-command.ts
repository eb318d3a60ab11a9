import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { companyJsonSchema, scenarioJsonSchema } from '../scenario/json-schema.ts'
import { PROGRAM_KINDS } from '../world/programs.ts'
import { vocabularyOf } from '../world/vocabulary-of.ts'
import { EXIT, print } from './output.ts'

/** Prints the scenario schema, or writes both schemas into a folder. */
export async function schemaCommand(folder: string | undefined): Promise<number> {
  const scenario = scenarioJsonSchema(await vocabularyOf(PROGRAM_KINDS))
  if (folder === undefined) {
    print(JSON.stringify(scenario, null, 2))
    return EXIT.passed
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'scenario.schema.json'), `${JSON.stringify(scenario, null, 2)}\n`)
  writeFileSync(join(folder, 'company.schema.json'), `${JSON.stringify(companyJsonSchema(), null, 2)}\n`)
  return EXIT.passed
}
