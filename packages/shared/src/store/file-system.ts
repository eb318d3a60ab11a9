/**
 * What the store asks of a disk, as a port, so that a full or read-only disk can be put in its place. Errors are
 * Node's, with their `code`.
 */

import * as fs from 'node:fs'
import * as fsp from 'node:fs/promises'
import { dirname } from 'node:path'
import { createExclusive, errorCode, renameOver, syncFile, syncFolder, unlessCode } from '../runtime/platform/index.ts'

export interface FileSystem {
  /** `create` empties an existing file; `append` makes a missing one. */
  open(path: string, mode: 'read' | 'append' | 'create'): Promise<OpenFile>
  /** Makes the file with this text unless it exists. @returns whether it made it. */
  createExclusive(path: string, text: string): Promise<boolean>
  /** @returns undefined when there is no such file. */
  readText(path: string): Promise<string | undefined>
  /** Names of files and folders in it, sorted by code unit; empty when there is no such folder. */
  list(folder: string): Promise<readonly string[]>
  makeFolder(path: string): Promise<void>
  rename(from: string, to: string): Promise<void>
  /** A missing file is fine. */
  remove(path: string): Promise<void>
  /** Makes creations, renames and removals in the folder durable. */
  syncFolder(path: string): Promise<void>
}

export interface OpenFile {
  /** Appends all the bytes before it returns; for small batches this saves a turn through the thread pool. */
  appendSync(bytes: Uint8Array): void
  append(bytes: Uint8Array): Promise<void>
  /** @returns how many bytes it read into `buffer` from `offset` on; 0 at the end of the file. */
  read(buffer: Uint8Array, offset: number, position: number): Promise<number>
  /** fdatasync: the contents and the length are on disk. */
  datasync(): Promise<void>
  truncate(length: number): Promise<void>
  size(): Promise<number>
  close(): Promise<void>
}

export const nodeFileSystem: FileSystem = {
  open: async (path, mode) => new NodeFile(await openDescriptor(path, { read: 'r', append: 'a', create: 'w' }[mode])),
  createExclusive: (path, text) => createExclusive(path, text),
  readText: async (path) => {
    try {
      return await fsp.readFile(path, 'utf8')
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined
      throw error
    }
  },
  list: async (folder) => {
    try {
      return (await fsp.readdir(folder)).sort()
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return []
      throw error
    }
  },
  makeFolder,
  rename: (from, to) => renameOver(from, to),
  remove: async (path) => void (await unlessCode('ENOENT', fsp.unlink(path))),
  syncFolder: (path) => syncFolder(path),
}

/** Node's own `recursive` never returns where a file system takes no folders, such as below /proc. */
async function makeFolder(path: string): Promise<void> {
  try {
    await fsp.mkdir(path)
  } catch (error) {
    if (errorCode(error) === 'EEXIST' && (await isFolder(path))) return
    const parent = dirname(path)
    if (errorCode(error) !== 'ENOENT' || parent === path) throw error
    await makeFolder(parent)
    await unlessCode('EEXIST', fsp.mkdir(path))
  }
}

async function isFolder(path: string): Promise<boolean> {
  const stats = await fsp.stat(path).catch(() => undefined)
  return stats?.isDirectory() ?? false
}

/** A bare descriptor: Node's FileHandle costs more per call and has no synchronous write. */
class NodeFile implements OpenFile {
  readonly #descriptor: number

  constructor(descriptor: number) {
    this.#descriptor = descriptor
  }

  appendSync(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length; ) done += fs.writeSync(this.#descriptor, bytes, done)
  }

  async append(bytes: Uint8Array): Promise<void> {
    for (let done = 0; done < bytes.length; ) done += await this.#write(bytes, done)
  }

  read(buffer: Uint8Array, offset: number, position: number): Promise<number> {
    return new Promise((resolve, reject) => {
      fs.read(this.#descriptor, buffer, offset, buffer.length - offset, position, (error, count) =>
        error ? reject(error) : resolve(count),
      )
    })
  }

  datasync(): Promise<void> {
    return syncFile(this.#descriptor)
  }

  truncate(length: number): Promise<void> {
    return new Promise((resolve, reject) => {
      fs.ftruncate(this.#descriptor, length, (error) => (error ? reject(error) : resolve()))
    })
  }

  size(): Promise<number> {
    return new Promise((resolve, reject) => {
      fs.fstat(this.#descriptor, (error, stats) => (error ? reject(error) : resolve(stats.size)))
    })
  }

  close(): Promise<void> {
    return new Promise((resolve, reject) => {
      fs.close(this.#descriptor, (error) => (error ? reject(error) : resolve()))
    })
  }

  #write(bytes: Uint8Array, offset: number): Promise<number> {
    return new Promise((resolve, reject) => {
      fs.write(this.#descriptor, bytes, offset, bytes.length - offset, null, (error, count) =>
        error ? reject(error) : resolve(count),
      )
    })
  }
}

function openDescriptor(path: string, flags: string): Promise<number> {
  return new Promise((resolve, reject) => {
    fs.open(path, flags, (error, descriptor) => (error ? reject(error) : resolve(descriptor)))
  })
}
