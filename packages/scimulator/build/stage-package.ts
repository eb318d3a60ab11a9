import { chmod, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { type BuiltChunk, buildConsole, CONSOLE } from '@scimulator/console/build'
import { buildStory } from '@scimulator/console/build-story'
import type { Metafile } from 'esbuild'
import { bundlePackage } from './bundle-package.ts'
import { writeDeclarations } from './declarations.ts'
import { PACKAGE, ROOT } from './folders.ts'
import { publishedManifest, type WorkspaceManifest } from './manifest.ts'
import { bundledPackages, noticesText } from './notices.ts'
import { shipDocuments } from './ship-documents.ts'

/** Starts the command; there is nothing to look for in an installed package. */
const BIN = "#!/usr/bin/env node\nimport '../dist/command.js'\n"

/** Files of the root that a package must have. */
const PAPERS = ['LICENSE', 'NOTICE', 'README.md', 'CHANGELOG.md', 'AGENTS.md', 'SECURITY.md']

/** Puts a package together in `folder`, ready for `npm pack`. */
export async function stagePackage(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(join(folder, 'bin'), { recursive: true })
  const [metafiles, , pages] = await Promise.all([
    bundlePackage(join(folder, 'dist')),
    writeDeclarations(join(folder, 'dist')),
    buildPages(join(folder, 'console')),
  ])
  const inputs = [...metafiles.flatMap(inputsOf), ...pages.flatMap(inputsOfPage)]
  await writeFile(join(folder, 'THIRD-PARTY-NOTICES'), noticesText(bundledPackages(inputs, PACKAGE)))
  await writeFile(join(folder, 'bin/scimulator.js'), BIN)
  await chmod(join(folder, 'bin/scimulator.js'), 0o755)
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(publishedManifest(await workspace()), null, 2)}\n`)
  for (const paper of PAPERS) await cp(join(ROOT, paper), join(folder, paper))
  await cp(join(PACKAGE, 'requests'), join(folder, 'requests'), { recursive: true })
  await copyScenarios(join(folder, 'scenarios'))
  await shipDocuments(folder)
  await writeTight(folder)
}

/** Programs read these, editors and clients: without the white space that makes half of them. */
async function writeTight(folder: string): Promise<void> {
  for (const place of ['requests', 'scenarios/schema', 'docs/reference']) {
    const names = (await readdir(join(folder, place))).filter((name) => name.endsWith('.json'))
    for (const name of names) {
      const file = join(folder, place, name)
      await writeFile(file, `${JSON.stringify(JSON.parse(await readFile(file, 'utf8')))}\n`)
    }
  }
}

/** The consoles, and the page of stories beside them. @returns what both were made of */
async function buildPages(folder: string): Promise<readonly BuiltChunk[]> {
  const consoles = await buildConsole(folder)
  return [...consoles, ...(await buildStory(folder))]
}

/** Files that a bundle was made of, relative to this package. */
function inputsOf({ outputs }: Metafile): readonly string[] {
  return Object.values(outputs).flatMap((output) => Object.keys(output.inputs))
}

function inputsOfPage({ inputs }: BuiltChunk): readonly string[] {
  return inputs.map((path) => relative(PACKAGE, join(CONSOLE, path)).replaceAll('\\', '/'))
}

async function workspace(): Promise<WorkspaceManifest> {
  return JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8'))
}

/** Folders of the workspace that stay here: files that must not load, and what was installed. */
const STAYS: ReadonlySet<string> = new Set(['rejected', 'node_modules', 'reports'])

/** Scenarios with what they read: every folder but those that stay, so that a new one ships without being named; no file beside them. */
async function copyScenarios(to: string): Promise<void> {
  const from = join(ROOT, 'scenarios')
  const folders = (await readdir(from, { withFileTypes: true })).filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith('.') && !STAYS.has(entry.name),
  )
  for (const { name } of folders) await cp(join(from, name), join(to, name), { recursive: true })
}
