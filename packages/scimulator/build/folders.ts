import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folder of the package `scimulator` in the clone. */
export const PACKAGE = fileURLToPath(new URL('../', import.meta.url))

/** Root of the clone. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

/** Where a package is put together before it is packed. */
export const STAGE = join(PACKAGE, 'dist', 'package')
