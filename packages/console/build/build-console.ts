import { isAbsolute, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build, type Rolldown } from 'vite'

/** Folder of this package, with a slash at its end. */
export const CONSOLE = fileURLToPath(new URL('../', import.meta.url))

/** One file that a browser loads. */
export interface BuiltChunk {
  /** Below the output folder: `assets/index-3fa9.js`. */
  readonly file: string
  readonly code: string
  /** Files that are loaded with it at once. */
  readonly imports: readonly string[]
  /** Files that it loads when they are wanted. */
  readonly later: readonly string[]
  /** Of a file that is loaded when it is wanted: the source that wants it, such as `src/wire/wire-page.tsx`. */
  readonly entry: string | undefined
  /** What it was made of, relative to this package. */
  readonly inputs: readonly string[]
}

/** Builds the pages into `outDir`, an absolute path, which is emptied. @returns what a browser may load */
export async function buildConsole(outDir: string): Promise<readonly BuiltChunk[]> {
  const built = await inProduction(() =>
    build({
      configFile: false,
      root: CONSOLE,
      logLevel: 'warn',
      plugins: [react()],
      build: {
        outDir,
        emptyOutDir: true,
        target: 'es2023',
        modulePreload: { polyfill: false },
        // sizes.ts has budgets of our own.
        chunkSizeWarningLimit: 2_000,
      },
    }),
  )
  return chunksOf(built)
}

export function chunksOf(built: unknown): readonly BuiltChunk[] {
  const outputs = (Array.isArray(built) ? built : [built]) as readonly Rolldown.RolldownOutput[]
  return outputs.flatMap(({ output }) => output).flatMap((part) => (part.type === 'chunk' ? [chunkOf(part)] : []))
}

/** React and Vite look at the environment: a test, or a developer, would build the slow React that explains its errors. */
export async function inProduction<Result>(work: () => Promise<Result>): Promise<Result> {
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    return await work()
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
}

function chunkOf({
  fileName,
  code,
  imports,
  dynamicImports,
  facadeModuleId,
  moduleIds,
}: Rolldown.OutputChunk): BuiltChunk {
  return {
    file: fileName,
    code,
    imports,
    later: dynamicImports,
    entry: facadeModuleId === null ? undefined : fromHere(facadeModuleId),
    inputs: moduleIds.filter((id) => isAbsolute(id)).map(fromHere),
  }
}

function fromHere(path: string): string {
  return relative(CONSOLE, path).replaceAll('\\', '/')
}
