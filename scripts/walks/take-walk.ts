// One walk of CONTRIBUTING.md, taken in a copy of the repository.
import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { copyRepository } from './copy-repository.ts'
import type { HandFile, Sight, Walk } from './walks.ts'

/**
 * Takes the walk in a new folder: its files by hand, `npm run generate`, then the types of the package, the house and what shows the new
 * thing. @throws Error with what the first of them has written
 */
export async function takeWalk(root: string, folder: string, walk: Walk): Promise<void> {
  copyRepository(root, folder)
  for (const file of walk.hand) write(folder, file)
  await run(folder, process.execPath, ['--import', 'tsx', 'scripts/generate/generate.ts'])
  const bin = (name: string): string => join(root, 'node_modules/.bin', name)
  for (const seen of new Set(walk.sees.map((one) => one.folder)))
    await run(join(folder, seen), bin('tsc'), ['-p', 'tsconfig.json', '--noEmit'])
  await run(folder, bin('biome'), [
    'check',
    ...walk.hand.map(({ path }) => path).filter((path) => path.endsWith('.ts')),
  ])
  await run(join(folder, 'packages/harness'), bin('vitest'), ['run', 'test/house'])
  for (const sight of walk.sees) await see(folder, sight, bin('vitest'), walk.kind)
}

async function see(folder: string, { folder: own, files, named }: Sight, vitest: string, kind: string): Promise<void> {
  const only = named === undefined ? [] : ['-t', named]
  const seen = await run(join(folder, own), vitest, ['run', ...files, ...only])
  if (!/Tests\D+[1-9]\d* passed/.test(seen)) throw new Error(`Nothing was seen of ${kind}:\n${seen}`)
}

function write(folder: string, file: HandFile): void {
  const path = join(folder, file.path)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, 'text' in file ? file.text : insertedIn(path, file.into))
}

function insertedIn(path: string, insertions: Extract<HandFile, { into: unknown }>['into']): string {
  return insertions.reduce(
    (text, { before, lines }) => {
      const all = text.split('\n')
      const at = all.findIndex((line) => line.trimStart().startsWith(before))
      if (at < 0) throw new Error(`${path} has no line that begins with ${before}`)
      return all.toSpliced(at, 0, lines).join('\n')
    },
    readFileSync(path, 'utf8'),
  )
}

async function run(cwd: string, program: string, args: readonly string[]): Promise<string> {
  const env = { ...process.env, NO_COLOR: '1', VITEST: undefined, NODE_OPTIONS: undefined }
  try {
    const { stdout } = await promisify(execFile)(program, [...args], { cwd, env, maxBuffer: 64 * 1024 * 1024 })
    return stdout
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new Error(`${program} ${args.join(' ')} in ${cwd}:\n${stdout}\n${stderr}`)
  }
}
