// What the lock file may hold. The rules are values, so that each can be shown to refuse something.

interface LockedPackage {
  readonly version?: string
  readonly license?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly link?: boolean
  readonly hasInstallScript?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

export interface LockFile {
  readonly packages: Readonly<Record<string, LockedPackage>>
}

/** Run code when they are installed, and may. */
const INSTALL_SCRIPTS: ReadonlySet<string> = new Set(['esbuild'])

/** May be used by those who work here. */
const LICENCES: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'MIT OR Apache-2.0',
  'MIT/X11',
  'MPL-2.0',
  'Python-2.0',
  'Unlicense',
])

/** May be copied into the package that is published: nothing that asks for its source, or has no name. */
const SHIPPED_LICENCES: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
])

/** Whose licence has no name in its package.json, and was read: the text is MIT. */
const READ_BY_HAND: ReadonlySet<string> = new Set(['spawndamnit'])

/** Whose code runs where the package is installed. */
const SHIPPED = 'packages/scimulator'
const REGISTRY = 'https://registry.npmjs.org/'

/** @returns a sentence for each thing that the lock file must not hold. */
export function lockFileProblems(lock: LockFile): readonly string[] {
  const foreign = Object.entries(lock.packages).filter(([path, { link }]) => isForeign(path) && !link)
  return [
    ...foreign.flatMap(([path, one]) => originProblems(path, one)),
    ...foreign.flatMap(([path, one]) => scriptProblems(path, one)),
    ...foreign.flatMap(([path, one]) => licenceProblems(path, one, LICENCES)),
    ...shippedProblems(lock),
  ]
}

function isForeign(path: string): boolean {
  return path.includes('node_modules/')
}

function originProblems(path: string, { resolved, integrity }: LockedPackage): readonly string[] {
  // npm leaves out where a package comes from when that is the registry.
  if (resolved !== undefined && !resolved.startsWith(REGISTRY)) return [`${path} comes from ${resolved}`]
  return integrity?.startsWith('sha512-') ? [] : [`${path} has no SHA-512 checksum`]
}

function scriptProblems(path: string, { hasInstallScript }: LockedPackage): readonly string[] {
  if (!hasInstallScript || INSTALL_SCRIPTS.has(nameOf(path))) return []
  return [`${path} runs a script when it is installed`]
}

function licenceProblems(path: string, { license }: LockedPackage, allowed: ReadonlySet<string>): readonly string[] {
  if (allowed.has(license ?? '') || READ_BY_HAND.has(nameOf(path))) return []
  return [`${path} has the licence ${license ?? 'of nobody knows what'}`]
}

function shippedProblems(lock: LockFile): readonly string[] {
  const paths = [...shippedPaths(lock)].filter(isForeign)
  return [
    ...paths.flatMap((path) => licenceProblems(path, lock.packages[path] ?? {}, SHIPPED_LICENCES)),
    ...[...new Set(paths.map(nameOf))].flatMap((name) => {
      const majors = majorsOf(
        lock,
        paths.filter((path) => nameOf(path) === name),
      )
      return majors.length > 1 ? [`${name} would ship in majors ${majors.join(' and ')}`] : []
    }),
  ]
}

function majorsOf(lock: LockFile, paths: readonly string[]): readonly string[] {
  return [...new Set(paths.map((path) => lock.packages[path]?.version?.split('.')[0] ?? ''))]
}

/** Paths in the lock file of all that the package needs at run time, over however many steps. */
export function shippedPaths(lock: LockFile): ReadonlySet<string> {
  const seen = new Set<string>()
  const queue = [SHIPPED]
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (seen.has(path)) continue
    seen.add(path)
    const { dependencies, optionalDependencies } = lock.packages[path] ?? {}
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const found = resolve(lock, path, name)
      if (found !== undefined) queue.push(found)
    }
  }
  return seen
}

/** As Node looks for it: beside the one that asks, then further up. Links lead to the packages of this repository. */
function resolve(lock: LockFile, from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const path = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`
    const found = lock.packages[path]
    if (found) return found.link ? found.resolved : path
    if (folder === '') return undefined
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
}
