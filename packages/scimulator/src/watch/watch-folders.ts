import { type FSWatcher, watch } from 'node:fs'
import { join } from 'node:path'

export interface FolderWatch {
  /** From here on exactly these folders are watched, without what is below them. A folder that is not there is passed over. */
  cover(folders: Iterable<string>): void
  close(): void
}

/** Told by the system when something changes in a folder; nothing is polled. @param onChange called with the path of what changed */
export function watchFolders(onChange: (path: string) => void): FolderWatch {
  const watchers = new Map<string, FSWatcher>()
  const leave = (folder: string): void => {
    watchers.get(folder)?.close()
    watchers.delete(folder)
  }
  const enter = (folder: string): void => {
    try {
      const watcher = watch(folder, (_event, name) => onChange(name === null ? folder : join(folder, name)))
      watcher.on('error', () => leave(folder))
      watchers.set(folder, watcher)
    } catch {
      // It is gone again; the watcher of the folder above is called.
    }
  }
  return {
    cover(folders) {
      const wanted = new Set(folders)
      for (const folder of watchers.keys()) if (!wanted.has(folder)) leave(folder)
      for (const folder of wanted) if (!watchers.has(folder)) enter(folder)
    },
    close() {
      for (const folder of watchers.keys()) leave(folder)
    },
  }
}
