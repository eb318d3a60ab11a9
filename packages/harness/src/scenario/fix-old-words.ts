import { writeFileSync } from 'node:fs'
import { renameOverNow } from '@scimulator/shared/platform'
import type { Problem } from '../written/problem.ts'
import { readTextFile } from '../written/read-text-file.ts'
import { shownPath } from './find-files.ts'
import { OLD_WORDS, readUntil } from './old-words.ts'
import { rewriteOldWords } from './rewrite-old-words.ts'

/** Old words in a file, which keep nothing from running: each with what is written today. */
export function oldWordNotices(path: string, root?: string): readonly Problem[] {
  const text = readTextFile(path)
  const lines = text.split(/\r?\n/)
  return rewriteOldWords(text).places.map(({ line, column, old, now }) => ({
    position: { file: shownPath(path, root), line, column, excerpt: lines[line - 1] ?? '', length: old.length },
    message: `"${old}" is called "${now}" today${untilText(old)}.`,
    hint: 'scimulator lint --fix rewrites it.',
  }))
}

function untilText(old: string): string {
  const word = OLD_WORDS.get(old)
  return word ? `; version ${readUntil(word)} no longer reads the old word` : ''
}

/** Rewrites a file in today's words; the file is whole at every moment. @returns how many words there were */
export function fixOldWords(path: string): number {
  const before = readTextFile(path)
  const { text, places } = rewriteOldWords(before)
  if (text === before) return 0
  const beside = `${path}.${process.pid}.tmp`
  writeFileSync(beside, text)
  renameOverNow(beside, path)
  return places.length
}
