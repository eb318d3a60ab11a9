import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type BuildResult, build, type Metafile, transform } from 'esbuild'
import { COMMAND, LIBRARY, MODULES_ONLY } from './entries.ts'
import { COMMON } from './esbuild-options.ts'
import { PACKAGE } from './folders.ts'

/** Writes the package's JavaScript into `outdir`, an absolute path. @returns what went into it, with the bytes of each file. */
export async function bundlePackage(outdir: string): Promise<readonly Metafile[]> {
  return [await bundleModules(outdir), await bundleCommonJs(outdir)]
}

/** The command and the library as ES modules. */
async function bundleModules(outdir: string): Promise<Metafile> {
  const entryPoints = { ...LIBRARY, ...MODULES_ONLY, ...COMMAND }
  const { metafile } = await build({
    ...COMMON,
    absWorkingDir: PACKAGE,
    entryPoints,
    outdir,
    metafile: true,
    // The one that runs the suite has to be the user's own.
    external: ['vitest'],
  })
  return metafile
}

/** esbuild splits ES modules only, so that the library is split as such first, and each chunk then becomes CommonJS. */
async function bundleCommonJs(outdir: string): Promise<Metafile> {
  const { banner: _, ...common } = COMMON
  const { outputFiles, metafile } = await build({
    ...common,
    absWorkingDir: PACKAGE,
    entryPoints: LIBRARY,
    outdir,
    outExtension: { '.js': '.cjs' },
    define: { 'import.meta.url': 'scimulatorUrl' },
    write: false,
    metafile: true,
  })
  await Promise.all(outputFiles.map(writeAsCommonJs))
  return metafile
}

const URL_OF_FILE = "const scimulatorUrl = require('node:url').pathToFileURL(__filename).href;"

async function writeAsCommonJs({ path, text }: NonNullable<BuildResult['outputFiles']>[number]): Promise<void> {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    // Lazy parts are loaded by `require` too: a chunk's names are then its own.
    supported: { 'dynamic-import': false },
    // Who wants to read it reads the ES modules beside: the same code, with its white space.
    minifyWhitespace: true,
    lineLimit: 160,
    banner: URL_OF_FILE,
  })
  await mkdir(dirname(path), { recursive: true })
  await writeFile(join(path), code)
}
