import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PACKAGE, STAGE } from './folders.ts'
import { stagePackage } from './stage-package.ts'

/** A tarball; sizes in bytes. */
export interface Packed {
  readonly path: string
  readonly size: number
  readonly unpackedSize: number
  readonly entryCount: number
}

/** Makes one tarball of plain JavaScript, ready to publish, in packages/scimulator/dist. */
export async function pack(): Promise<Packed> {
  await stagePackage(STAGE)
  const folder = join(PACKAGE, 'dist')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { stdout } = await promisify(execFile)(npm, ['pack', '--json', '--pack-destination', folder], { cwd: STAGE })
  const [packed] = JSON.parse(stdout)
  return { ...packed, path: join(folder, packed.filename) }
}
