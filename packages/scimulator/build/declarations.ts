import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { LIBRARY, MODULES_ONLY } from './entries.ts'
import { PACKAGE, ROOT } from './folders.ts'

export const COMPILERS = join(PACKAGE, 'build/compilers')
/** Declaration files as the compiler writes them: one a source file. */
const EMITTED = join(PACKAGE, 'dist/declarations')
/** Packages whose types are those of the published package's users. */
const EXTERNAL = ['vitest']

const execute = promisify(execFile)

/**
 * Writes the types of each module of the library into one file that imports nothing of ours: `.d.ts` for `import`, and the same as
 * `.d.cts` for `require`.
 */
export async function writeDeclarations(outdir: string): Promise<void> {
  await mkdir(outdir, { recursive: true })
  await installCompilers()
  const sources = await workspaceModules()
  await emit(sources)
  const modules = Object.fromEntries(Object.entries(sources).map(([name, path]) => [name, emitted(path)]))
  for (const [name, entry] of Object.entries({ ...LIBRARY, ...MODULES_ONLY })) {
    const to = join(outdir, `${name}.d.ts`)
    const from = emitted(join(PACKAGE, entry))
    const script = join(COMPILERS, 'bundle-declarations.mjs')
    await execute(process.execPath, [script, from, to, JSON.stringify(modules), ...EXTERNAL])
    if (name in LIBRARY) await copyFile(to, join(outdir, `${name}.d.cts`))
  }
}

/** They stand apart from the workspace, whose `tsc` they would take the place of. */
export async function installCompilers(): Promise<void> {
  if (existsSync(join(COMPILERS, 'node_modules'))) return
  await execute('npm', ['ci', '--no-workspaces', '--no-audit', '--no-fund'], { cwd: COMPILERS })
}

/** The source file of each module that the workspace's packages export. */
async function workspaceModules(): Promise<Readonly<Record<string, string>>> {
  const folders = ['shared', 'receiver', 'entra-sim', 'jumpcloud-sim', 'findings', 'harness']
  const modules = await Promise.all(
    folders.map(async (folder) => {
      const { name, exports } = JSON.parse(await readFile(join(ROOT, 'packages', folder, 'package.json'), 'utf8'))
      return Object.entries<string>(exports)
        .filter(([, path]) => path.endsWith('.ts'))
        .map(([subpath, path]) => [name + subpath.slice(1), join(ROOT, 'packages', folder, path)])
    }),
  )
  return Object.fromEntries(modules.flat())
}

async function emit(sources: Readonly<Record<string, string>>): Promise<void> {
  await rm(EMITTED, { recursive: true, force: true })
  const compilerOptions = {
    noEmit: false,
    emitDeclarationOnly: true,
    declarationMap: false,
    rootDir: ROOT,
    outDir: EMITTED,
    // As source, and not as packages, whose declarations nobody writes.
    paths: Object.fromEntries(Object.entries(sources).map(([name, path]) => [name, [path]])),
  }
  const files = Object.values({ ...LIBRARY, ...MODULES_ONLY }).map((entry) => join(PACKAGE, entry))
  const config = join(PACKAGE, 'dist/tsconfig.declarations.json')
  await writeFile(config, JSON.stringify({ extends: '../tsconfig.json', compilerOptions, files, include: [] }))
  await execute(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', config])
}

function emitted(source: string): string {
  return join(EMITTED, relative(ROOT, source)).replace(/\.ts$/, '.d.ts')
}
