// A receiver whose journal is on disk, in a folder that goes with the world, so that it can be restarted in the midst of a run.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Program } from './program.ts'

export interface KeptReceiver {
  /** The one that runs. */
  program(): Program
  /** Ends it as a power cut does, and opens it again from its journal. Another program runs then. */
  restart(): Promise<void>
  close(): Promise<void>
}

/** The file that a process holds a folder by; a power cut leaves it behind, and no running process has it. */
const LOCK = 'lock'

export async function keepReceiver(open: (folder: string) => Promise<Program>): Promise<KeptReceiver> {
  const root = mkdtempSync(join(tmpdir(), 'scimulator-receiver-'))
  let starts = 1
  let folder = join(root, '1')
  let running = await open(folder)
  return {
    program: () => running,
    async restart() {
      starts += 1
      const next = join(root, String(starts))
      // Answers are released once they are durable, so that what lies there at this moment is what was answered.
      cpSync(folder, next, { recursive: true, filter: (path) => basename(path) !== LOCK })
      await running.close()
      folder = next
      running = await open(folder)
    },
    async close() {
      await running.close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}
