// Seeds a fault in a copy of the repository and explores there.
import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { copyRepository } from '../walks/copy-repository.ts'
import { type EngineFault, seeded } from './faults.ts'

export interface FaultFound {
  readonly histories: number
  readonly acts: number
  readonly message: string
}

/** @param folder a new one @returns undefined where 500 histories have come upon nothing */
export async function findFault(root: string, folder: string, fault: EngineFault): Promise<FaultFound | undefined> {
  copyRepository(root, folder)
  const file = join(folder, 'packages', fault.file)
  writeFileSync(file, seeded(readFileSync(file, 'utf8'), fault))
  const script = join(folder, 'scripts/engine-faults/explore-here.ts')
  const env = { ...process.env, NODE_OPTIONS: undefined }
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, fault.kind], {
    cwd: folder,
    env,
    maxBuffer: 64 * 1024 * 1024,
  })
  // The script's own format.
  return (JSON.parse(stdout) as FaultFound | undefined) ?? undefined
}
