import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const COMPILERS = join(import.meta.dirname, '../../build/compilers/node_modules')

const FOLDERS: Readonly<Record<string, string>> = { 'typescript-6': 'typescript' }

/** Checks a folder that has a tsconfig.json. @returns what the compiler complains of; '' for nothing */
export async function compile(version: string, folder: string): Promise<string> {
  const tsc = join(COMPILERS, FOLDERS[version] ?? version, 'bin/tsc')
  try {
    return (await promisify(execFile)(process.execPath, [tsc, '-p', folder])).stdout
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error)
  }
}
