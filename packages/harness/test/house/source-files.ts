import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../../../', import.meta.url))

export interface SourceFile {
  /** Path from the root, with slashes: `packages/shared/src/scim/path.ts`. */
  readonly path: string
  readonly text: string
  readonly isTest: boolean
}

const SKIPPED = new Set(['node_modules', 'dist', '.turbo', 'coverage', '.git', '.scimulator'])

/** Every TypeScript file of the packages, the scenarios and the benches. */
export function sourceFiles(): readonly SourceFile[] {
  return ['packages', 'scenarios', 'bench', 'scripts'].flatMap((folder) => filesBelow(join(ROOT, folder), /\.tsx?$/))
}

export function filesBelow(folder: string, wanted: RegExp): SourceFile[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : filesBelow(path, wanted)
    return wanted.test(entry.name) ? [readSource(path)] : []
  })
}

function readSource(path: string): SourceFile {
  const fromRoot = relative(ROOT, path).split(sep).join('/')
  return { path: fromRoot, text: readFileSync(path, 'utf8'), isTest: /\.test\.tsx?$|\/test\//.test(fromRoot) }
}

/** The modules that a file imports, as written. */
export function importsOf(file: SourceFile): readonly string[] {
  const statements = file.text.matchAll(/(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s+['"]([^'"]+)['"]/g)
  const bare = file.text.matchAll(/(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g)
  const dynamic = file.text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)
  return [...statements, ...bare, ...dynamic].map((match) => match[1] ?? '')
}
