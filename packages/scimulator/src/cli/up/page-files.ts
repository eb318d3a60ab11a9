// The files of the console, as the build has left them: `index.html` for every page, and below `assets` what it loads.
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { packageFolder } from '../../shipped/package-folder.ts'

export interface PageFiles {
  /** The text of index.html; `NONCE` in it stands for the nonce of one answer. */
  readonly page: string
  /** By path: `/assets/index-3fa9.js`. */
  readonly assets: ReadonlyMap<string, Asset>
}

interface Asset {
  readonly type: string
  readonly bytes: Buffer
}

/** Of an installed package, and of a clone. */
const PLACES = ['console', '../console/dist'] as const

const NOT_BUILT = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>Scimulator</title></head>
  <body>
    <h1>The pages are not built</h1>
    <p>Stop the command and run <code>npm run demo</code>, or build them with <code>npm run build:console</code>.</p>
  </body>
</html>
`

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** In a clone whose pages are not built yet the only page says how to build them; scripts need none. */
export async function readPageFiles(from: string = packageFolder()): Promise<PageFiles> {
  const folder = PLACES.map((place) => join(from, place)).find((place) => existsSync(join(place, 'index.html')))
  if (folder === undefined) return { page: NOT_BUILT, assets: new Map() }
  const names = await readdir(join(folder, 'assets'))
  const assets = await Promise.all(names.map(async (name) => [`/assets/${name}`, await assetAt(folder, name)] as const))
  return { page: await readFile(join(folder, 'index.html'), 'utf8'), assets: new Map(assets) }
}

async function assetAt(folder: string, name: string): Promise<Asset> {
  const type = TYPES[extname(name)] ?? 'application/octet-stream'
  return { type, bytes: await readFile(join(folder, 'assets', name)) }
}
