import * as fs from 'node:fs'
import * as fsp from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { errorCode } from './error-code.ts'

/** What is asked of the system; another one is put in its place by tests. */
export interface Disk {
  readonly platform: NodeJS.Platform
  rename(from: string, to: string): Promise<void>
  sleep(ms: number): Promise<unknown>
  openFolder(path: string): Promise<{ sync(): Promise<void>; close(): Promise<void> }>
}

const HERE: Disk = {
  platform: process.platform,
  rename: (from, to) => fsp.rename(from, to),
  sleep,
  openFolder: (path) => fsp.open(path, 'r'),
}

/** The same, while nothing else may happen. */
export interface DiskNow {
  readonly platform: NodeJS.Platform
  rename(from: string, to: string): void
  sleep(ms: number): void
}

const HERE_NOW: DiskNow = {
  platform: process.platform,
  rename: fs.renameSync,
  sleep: (ms) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms),
}

/** What Windows answers while somebody else, such as a virus scanner, has one of the two files open. */
const HELD = ['EPERM', 'EACCES', 'EBUSY']
const WAITS_MS = [10, 20, 40, 80, 160, 320, 640]

/** Renames a file over another one; on Windows it waits up to about a second for a process that has one of them open. */
export async function renameOver(from: string, to: string, disk: Disk = HERE): Promise<void> {
  for (const wait of disk.platform === 'win32' ? WAITS_MS : []) {
    try {
      return await disk.rename(from, to)
    } catch (error) {
      if (!HELD.includes(errorCode(error) ?? '')) throw error
      await disk.sleep(wait)
    }
  }
  return disk.rename(from, to)
}

/** The same, while nothing else may happen. */
export function renameOverNow(from: string, to: string, { platform, rename, sleep: wait }: DiskNow = HERE_NOW): void {
  for (const ms of platform === 'win32' ? WAITS_MS : []) {
    try {
      rename(from, to)
      return
    } catch (error) {
      if (!HELD.includes(errorCode(error) ?? '')) throw error
      wait(ms)
    }
  }
  rename(from, to)
}

/** Makes creations, renames and removals in the folder durable. Windows cannot open a folder, and journals them by itself. */
export async function syncFolder(path: string, disk: Disk = HERE): Promise<void> {
  if (disk.platform === 'win32') return
  const handle = await disk.openFolder(path)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The same, while nothing else may happen. */
export function syncFolderNow(path: string, platform: NodeJS.Platform = process.platform): void {
  if (platform === 'win32') return
  const descriptor = fs.openSync(path, 'r')
  try {
    fs.fsyncSync(descriptor)
  } finally {
    fs.closeSync(descriptor)
  }
}

/** The contents and the length of an open file are on the disk when it resolves. On macOS libuv asks for F_FULLFSYNC, so that it is true there. */
export function syncFile(descriptor: number): Promise<void> {
  return new Promise((resolve, reject) => {
    fs.fdatasync(descriptor, (error) => (error ? reject(error) : resolve()))
  })
}

/** The same, while nothing else may happen. */
export function syncFileNow(descriptor: number): void {
  fs.fsyncSync(descriptor)
}
