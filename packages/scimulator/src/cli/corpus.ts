// Histories that found something, kept as scenario files in a folder, so that they are run first the next time.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BadInput } from '@scimulator/harness/scenario'

/** The texts of its files, by name. A folder that is not there yet is an empty one. @throws BadInput */
export function readCorpus(folder: string): readonly string[] {
  const there = statSync(folder, { throwIfNoEntry: false })
  if (there && !there.isDirectory()) throw new BadInput(`--corpus "${folder}" is a file, and a folder is wanted.`)
  const names = there ? readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)) : []
  return names.sort().map((name) => readFileSync(join(folder, name), 'utf8'))
}

/** @returns the file, whose name comes from its text, so that the same find is kept once */
export function keepInCorpus(folder: string, text: string): string {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${createHash('sha256').update(text).digest('hex').slice(0, 12)}.yaml`)
  writeFileSync(file, text)
  return file
}
