import { writeFileSync } from 'node:fs'
import { FORMATS, type Format, SENDERS, selectActs } from '@scimulator/harness/requests'
import { BadInput } from '@scimulator/harness/scenario'
import { readCorpus } from '../shipped/request-corpus.ts'
import { VERSION } from '../shipped/version.ts'
import { listCommand } from './list-command.ts'
import { oneOf } from './one-of.ts'
import { EXIT } from './output.ts'
import { assertWritableFile, STANDARD_OUTPUT } from './output-files.ts'

export interface ExportRequestsArguments {
  readonly as?: string
  readonly act?: string
  readonly format: string
  readonly url: string
  readonly out: string
}

/** Writes what an identity provider sends. @throws BadInput */
export async function exportRequestsCommand({
  as = '',
  act,
  format,
  url,
  out,
}: ExportRequestsArguments): Promise<number> {
  if (act === 'help') return await listCommand({ what: 'acts' })
  const sender = oneOf('--as', as, SENDERS)
  oneOf('--format', format, Object.keys(FORMATS))
  assertUrl(url)
  assertWritableFile('--out', out)
  const words = (act ?? '').split(',').map((word) => word.trim())
  const selection = selectActs(
    readCorpus(sender),
    words.filter((word) => word !== ''),
  )
  // The name was just found among those of the object.
  const text = FORMATS[format as Format](selection, { url: url.replace(/\/+$/, ''), version: VERSION })
  if (out === STANDARD_OUTPUT) process.stdout.write(text)
  else writeFileSync(out, text)
  return EXIT.passed
}

function assertUrl(url: string): void {
  if (/^https?:\/\//.test(url) && URL.canParse(url)) return
  throw new BadInput(`--url is "${url}"; write a base URL such as http://localhost:3000/scim/v2.`)
}
