import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folder of this package: where it is installed, or packages/scimulator of a clone. A bundle has this code at another depth. */
export function packageFolder(from: string = fileURLToPath(import.meta.url)): string {
  for (let folder = dirname(from); ; folder = dirname(folder)) {
    if (nameIn(join(folder, 'package.json')) === 'scimulator') return folder
    if (dirname(folder) === folder) throw new Error(`No package.json of scimulator is above ${from}.`)
  }
}

function nameIn(manifest: string): unknown {
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).name : undefined
}
