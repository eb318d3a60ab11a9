// The page of stories as one file: everything that it needs stands in it, and its policy lets nothing else in. Exporting puts only a
// title and data into it.
import { createHash } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { type BuiltChunk, CONSOLE, chunksOf, inProduction } from './build-console.ts'

const PAGE = 'story.html'
const OWN_SCRIPT = '<script type="module" src="/src/story-main.tsx"></script>'

/** Builds `story.html` into `outDir`, which is left as it is otherwise. @returns what it was made of */
export async function buildStory(outDir: string): Promise<readonly BuiltChunk[]> {
  const chunks = chunksOf(
    await inProduction(() =>
      build({
        configFile: false,
        root: CONSOLE,
        logLevel: 'warn',
        plugins: [react()],
        build: {
          write: false,
          target: 'es2023',
          modulePreload: false,
          chunkSizeWarningLimit: 5_000,
          rolldownOptions: { input: join(CONSOLE, 'src/story-main.tsx'), output: { codeSplitting: false } },
        },
      }),
    ),
  )
  const [chunk, ...more] = chunks
  if (!chunk || more.length > 0) throw new Error(`The page of stories is to be one script, and is ${chunks.length}`)
  const page = await readFile(join(CONSOLE, PAGE), 'utf8')
  await rm(join(outDir, PAGE), { force: true })
  await writeFile(join(outDir, PAGE), inOnePage(page, chunk.code))
  return chunks
}

/** @param code of a module that imports nothing */
export function inOnePage(page: string, code: string): string {
  if (page.split(OWN_SCRIPT).length !== 2) throw new Error(`${PAGE} has not exactly one ${OWN_SCRIPT}`)
  // What would end the script, or begin a comment in it, stands in texts only, where a backslash changes nothing.
  const script = code.replace(/<(?=\/script|!--)/gi, '\\x3c')
  const hash = createHash('sha256').update(script).digest('base64')
  return page.replace('SCRIPT-HASH', hash).replace(OWN_SCRIPT, () => `<script type="module">${script}</script>`)
}
