import type { FileSystem } from './file-system.ts'

/** Takes away what stands from this byte on, durably. */
export async function cutFile(files: FileSystem, path: string, byte: number): Promise<void> {
  const file = await files.open(path, 'append')
  try {
    await file.truncate(byte)
    await file.datasync()
  } finally {
    await file.close()
  }
}
