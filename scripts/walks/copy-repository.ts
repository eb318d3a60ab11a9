// The repository, in a folder where it may be changed.
import { cpSync, mkdirSync, readdirSync, readlinkSync, symlinkSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

const OURS = '@scimulator'
const LEFT_OUT = new Set(['node_modules', '.git', 'dist', '.turbo', '.scimulator', 'coverage'])

/** With the packages of others by link, and our own from the copy. */
export function copyRepository(root: string, folder: string): void {
  const isWanted = (path: string): boolean =>
    !relative(root, path)
      .split(sep)
      .some((part) => LEFT_OUT.has(part))
  cpSync(root, folder, { recursive: true, filter: isWanted, verbatimSymlinks: true })
  const [theirs, modules] = [join(root, 'node_modules'), join(folder, 'node_modules')]
  mkdirSync(join(modules, OURS), { recursive: true })
  for (const name of readdirSync(theirs))
    if (name !== OURS && name !== 'scimulator') symlinkSync(join(theirs, name), join(modules, name))
  // The links of a workspace are relative, so that here they lead into the copy.
  for (const name of ['scimulator', ...readdirSync(join(theirs, OURS)).map((one) => join(OURS, one))])
    symlinkSync(readlinkSync(join(theirs, name)), join(modules, name))
}
