import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Licences under which other people's code may be inside a package that is itself under MIT. */
const ALLOWED: ReadonlySet<string> = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'CC0-1.0',
  'BlueOak-1.0.0',
])

/** A package whose code is in the bundle. */
export interface Bundled {
  readonly name: string
  readonly version: string
  /** SPDX identifier, as its package.json says it. */
  readonly license: string
  /** The text of its licence, and of its notice where it has one. */
  readonly text: string
}

/** Every package of others from which a bundle has taken a file, by name. `inputs` are the files, relative to `folder`. */
export function bundledPackages(inputs: readonly string[], folder: string): readonly Bundled[] {
  const folders = new Set(inputs.flatMap((input) => packageFolderOf(input) ?? []))
  return [...folders].map((path) => readPackage(join(folder, path))).sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1))
}

/** `../../node_modules/@a/b` for `../../node_modules/@a/b/dist/c.js`; undefined for a file of ours. */
function packageFolderOf(input: string): string | undefined {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]
}

function readPackage(folder: string): Bundled {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return { name, version, license, text: licenceText(folder) }
}

function licenceText(folder: string): string {
  const papers = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)(\.|-|$)/i.test(name))
  return papers
    .filter((name) => existsSync(join(folder, name)))
    .map((name) => readFileSync(join(folder, name), 'utf8').trim())
    .join('\n\n')
}

/**
 * The page THIRD-PARTY-NOTICES.
 *
 * @throws Error that names each package whose licence is not on the list
 */
export function noticesText(packages: readonly Bundled[]): string {
  const others = packages.filter(({ license }) => !ALLOWED.has(license))
  if (others.length > 0) {
    const named = others.map((one) => `${idOf(one)} (${one.license})`).join(', ')
    throw new Error(`Licences that are not on the list are in the bundle: ${named}.`)
  }
  const parts = packages.map((one) => `${RULE}\n${idOf(one)}, ${one.license}\n\n${one.text || NO_TEXT}\n`)
  return `${HEAD}\n${parts.join('\n')}`
}

const RULE = '-'.repeat(80)
const HEAD = 'Scimulator contains code of these packages, each under its own licence.\n'
const NO_TEXT = 'The package brings no licence text of its own.'

function idOf({ name, version }: Pick<Bundled, 'name' | 'version'>): string {
  return `${name} ${version}`
}
