import { chmodSync } from 'node:fs'
import { redactFile } from '@scimulator/harness/recording'
import { readRecordingFile } from '@scimulator/harness/scenario'
import { createRandomIds } from '@scimulator/shared/runtime'
import { VERSION } from '../shipped/version.ts'
import { complain } from './output.ts'
import { assertWritableFile, STANDARD_OUTPUT, writeOutput } from './output-files.ts'

export interface RedactArguments {
  readonly out?: string
}

/** @returns the exit code. @throws BadInput */
export async function redactCommand(file: string, { out = STANDARD_OUTPUT }: RedactArguments): Promise<number> {
  if (out !== STANDARD_OUTPUT) assertWritableFile('--out', out)
  const { text, exchanges, isCut, told } = redactFile(readRecordingFile(file), {
    file,
    version: VERSION,
    key: createRandomIds().token('recording'),
  })
  writeOutput(out, text)
  if (out !== STANDARD_OUTPUT) chmodSync(out, 0o600)
  if (isCut) complain(`${file} ends in the middle of a line, which is left out.`)
  for (const line of told) complain(line)
  complain(`${exchanges} ${exchanges === 1 ? 'exchange' : 'exchanges'}, without the people in it.`)
  return 0
}
