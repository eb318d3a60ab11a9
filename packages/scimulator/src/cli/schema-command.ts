import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { companyJsonSchema, scenarioJsonSchema, verbReference } from '@scimulator/harness/scenario'
import { configJsonSchema } from '@scimulator/harness/target'
import { shippedPrograms, vocabularyOf } from '@scimulator/harness/world'
import { EXIT, print } from './output.ts'
import { assertWritableFile, assertWritableFolder } from './output-files.ts'

export interface SchemaArguments {
  /** Folder for the schemas of scenarios, companies and scimulator.config.yaml. */
  readonly out?: string
  /** File for the page of verbs and views. */
  readonly reference?: string
}

/** Prints the scenario schema, or writes what was asked for. @throws BadInput when that cannot be written */
export async function schemaCommand({ out, reference }: SchemaArguments): Promise<number> {
  assertWritableFolder('--out', out)
  assertWritableFile('--reference', reference)
  const vocabulary = await vocabularyOf(await shippedPrograms())
  const scenario = JSON.stringify(scenarioJsonSchema(vocabulary), null, 2)
  if (out === undefined && reference === undefined) print(scenario)
  if (out !== undefined) {
    write(join(out, 'scenario.schema.json'), `${scenario}\n`)
    write(join(out, 'company.schema.json'), `${JSON.stringify(companyJsonSchema(), null, 2)}\n`)
    write(join(out, 'config.schema.json'), `${JSON.stringify(configJsonSchema(), null, 2)}\n`)
  }
  if (reference !== undefined) write(reference, verbReference(vocabulary))
  return EXIT.passed
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
