import { chmod, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { bundlePackage } from './bundle-package.ts'
import { writeDeclarations } from './declarations.ts'
import { PACKAGE, ROOT } from './folders.ts'
import { publishedManifest, type WorkspaceManifest } from './manifest.ts'
import { bundledPackages, noticesText } from './notices.ts'

/** Starts the command; there is nothing to look for in an installed package. */
const BIN = "#!/usr/bin/env node\nimport '../dist/command.js'\n"

/** Files of the root that a package must have. */
const PAPERS = ['LICENSE', 'NOTICE', 'README.md', 'CHANGELOG.md', 'AGENTS.md', 'SECURITY.md']

/** Puts a package together in `folder`, ready for `npm pack`. */
export async function stagePackage(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(join(folder, 'bin'), { recursive: true })
  const [metafiles] = await Promise.all([bundlePackage(join(folder, 'dist')), writeDeclarations(join(folder, 'dist'))])
  await writeFile(join(folder, 'THIRD-PARTY-NOTICES'), noticesText(bundledPackages(metafiles, PACKAGE)))
  await writeFile(join(folder, 'bin/scimulator.js'), BIN)
  await chmod(join(folder, 'bin/scimulator.js'), 0o755)
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(publishedManifest(await workspace()), null, 2)}\n`)
  for (const paper of PAPERS) await cp(join(ROOT, paper), join(folder, paper))
  await copyScenarios(join(folder, 'scenarios'))
}

async function workspace(): Promise<WorkspaceManifest> {
  return JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8'))
}

/** Scenarios with what they read; files that must not load, and the workspace's own files, stay here. */
async function copyScenarios(to: string): Promise<void> {
  const from = join(ROOT, 'scenarios')
  const isShipped = (path: string): boolean => {
    const parts = relative(from, path).split(sep)
    const [first = ''] = parts
    if (parts.length === 1 && first !== '')
      return /^(both|entra|fixtures|goldens|jumpcloud|receiver|schema)$/.test(first)
    return true
  }
  await cp(from, to, { recursive: true, filter: isShipped })
}
