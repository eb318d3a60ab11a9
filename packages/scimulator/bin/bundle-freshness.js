import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** Whether no source file of the workspace is newer than the bundle. `bundle` is an absolute path. */
export function isBundleFresh(bundle) {
  const packages = resolve(dirname(bundle), '..', '..')
  const builtAt = statSync(bundle).mtimeMs
  return sourceFolders(packages).every((folder) => newestChange(folder) <= builtAt)
}

function sourceFolders(packages) {
  return readdirSync(packages)
    .map((name) => join(packages, name, 'src'))
    .filter((folder) => existsSync(folder))
}

function newestChange(folder) {
  const times = readdirSync(folder, { withFileTypes: true, recursive: true }).map(
    (entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs,
  )
  return Math.max(0, ...times)
}
