import { accessSync, constants, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { BadInput } from '@scimulator/harness/scenario'
import { onScreen } from './on-screen.ts'

/** Where an option sends what it writes: `-` is standard output. */
export const STANDARD_OUTPUT = '-'

/**
 * Says before anything runs that a result could not be kept in the end. Folders are made; the file itself is not touched.
 * @throws BadInput that names the option
 */
export function assertWritableFile(option: string, file: string | undefined): void {
  if (file === undefined || file === STANDARD_OUTPUT) return
  assertWritable(option, file, dirname(file))
}

/** The same for a folder of files. @throws BadInput that names the option */
export function assertWritableFolder(option: string, folder: string | undefined): void {
  if (folder === undefined || folder === STANDARD_OUTPUT) return
  assertWritable(option, folder, folder)
}

function assertWritable(option: string, path: string, folder: string): void {
  try {
    makeFolder(folder)
    if (!statSync(folder).isDirectory()) throw new Error(`${folder} is a file, and a folder is wanted`)
    accessSync(folder, constants.W_OK)
    const there = statSync(path, { throwIfNoEntry: false })
    if (there) accessSync(path, constants.W_OK)
    if (there?.isDirectory() && path !== folder) throw new Error('it is a folder, and a file is wanted')
  } catch (error) {
    throw new BadInput(`${option} "${path}" cannot be written: ${error instanceof Error ? error.message : error}.`)
  }
}

/** Two results in one stream would be neither. @throws BadInput that names both options */
export function assertOneOnStandardOutput(files: Readonly<Record<string, string | undefined>>): void {
  const [first, second] = Object.entries(files).flatMap(([option, file]) => (file === STANDARD_OUTPUT ? [option] : []))
  if (second === undefined) return
  throw new BadInput(`${first} and ${second} both write to standard output (-). Give one of them a file.`)
}

/** Into the file, whose folder is made, or to standard output. */
export function writeOutput(file: string, text: string): void {
  if (file === STANDARD_OUTPUT) {
    // A program reads it as it is; a terminal would obey it.
    process.stdout.write(process.stdout.isTTY ? onScreen(text) : text)
    return
  }
  makeFolder(dirname(file))
  writeFileSync(file, text)
}

/** One folder after the other: below /proc, Node's own recursive mkdir never comes back. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder)
}
