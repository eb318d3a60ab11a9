import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { pack } from '../../build/pack.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder outside the repository in which the package is installed, and nothing else. */
    installed: string
    /** The tarball itself. */
    tarball: string
  }
}

const execute = promisify(execFile)

/** Packs, and installs the tarball into an empty folder. The gate names a folder that it goes on using; otherwise it is removed. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await mustBeStartedToo()
  const named = process.env.SCIMULATOR_INSTALLED
  const folder = named ?? (await mkdtemp(join(tmpdir(), 'scimulator-installed-')))
  await mkdir(folder, { recursive: true })
  const tarball = await pack()
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n')
  await execute('npm', ['install', '--no-audit', '--no-fund', tarball.path], { cwd: folder })
  project.provide('installed', folder)
  project.provide('tarball', tarball.path)
  return async () => {
    if (named === undefined) await rm(folder, { recursive: true, force: true })
  }
}

/** The installed command is started by whatever `node` is on the path: it must be the one that the tests run in. */
async function mustBeStartedToo(): Promise<void> {
  const { stdout } = await execute('node', ['--version'])
  if (stdout.trim() !== process.version)
    throw new Error(`The tests run in Node ${process.version}, and the command would run in ${stdout.trim()}.`)
  console.log(`Package: packed, installed and used with Node ${process.version}`)
}
