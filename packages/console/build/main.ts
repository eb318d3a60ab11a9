// `npm run build:console`: the pages, with what they cost. `--if-newer` builds only where a source is newer than what was built.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { buildConsole, CONSOLE } from './build-console.ts'
import { buildStory } from './build-story.ts'
import { sizeReport, sizesOf, storySize } from './sizes.ts'

const OUT = join(CONSOLE, 'dist')
const SOURCES = ['src', 'index.html', 'story.html', 'package.json', 'build']

if (!process.argv.includes('--if-newer') || isStale()) {
  const sizes = sizesOf(await buildConsole(OUT))
  await buildStory(OUT)
  const { lines, over } = sizeReport([...sizes, storySize(statSync(join(OUT, 'story.html')).size)])
  console.log(lines.join('\n'))
  if (over.length > 0) {
    console.error(`Over budget:\n${over.join('\n')}`)
    process.exitCode = 1
  }
}

function isStale(): boolean {
  const page = join(OUT, 'story.html')
  if (!existsSync(page)) return true
  const built = statSync(page).mtimeMs
  return SOURCES.some((source) => newest(join(CONSOLE, source)) > built)
}

function newest(path: string): number {
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
