import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Corpus, SENDERS } from '@scimulator/harness/requests'
import { knownName } from './known-name.ts'
import { packageFolder } from './package-folder.ts'

/** What ships inside of what an identity provider sends. @throws Error for an identity provider that there is not */
export function readCorpus(as: string): Corpus {
  const file = join(packageFolder(), 'requests', `${knownName(as, SENDERS, 'identity provider')}.json`)
  return JSON.parse(readFileSync(file, 'utf8'))
}
