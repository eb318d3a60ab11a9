import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { scenarioJsonSchema } from '../scenario/json-schema.ts'
import { PROGRAM_KINDS } from '../world/programs.ts'
import { vocabularyOf } from '../world/vocabulary-of.ts'
import { EXIT, print } from './output.ts'

export async function schemaCommand(out: string | undefined): Promise<number> {
  const text = `${JSON.stringify(scenarioJsonSchema(await vocabularyOf(PROGRAM_KINDS)), null, 1)}\n`
  if (out === undefined) {
    print(text.trimEnd())
  } else {
    mkdirSync(dirname(out), { recursive: true })
    writeFileSync(out, text)
  }
  return EXIT.passed
}
