import type { OpenProgress } from '@scimulator/shared/store'

export interface Terminal {
  readonly isTTY?: boolean
  write(text: string): unknown
}

const MIB = 1024 * 1024
/** A smaller folder is open before anybody could read how far it is. */
const SHOWN_FROM_BYTES = 8 * MIB
const START_OF_LINE = '\r'
const WIPE_LINE = '\r\u001b[K'

/** How far the opening of a large folder is, on one line of a terminal that is wiped at the end. Elsewhere, in CI say, nothing is written. */
export function openingProgress(folder: string, terminal: Terminal) {
  let shown: number | undefined
  return {
    show({ bytes, totalBytes }: OpenProgress): void {
      const percent = Math.floor((bytes / totalBytes) * 100)
      if (!terminal.isTTY || totalBytes < SHOWN_FROM_BYTES || percent === shown) return
      shown = percent
      terminal.write(`${START_OF_LINE}Opening ${folder}: ${percent} % of ${Math.round(totalBytes / MIB)} MiB`)
    },
    end(): void {
      if (shown !== undefined) terminal.write(WIPE_LINE)
      shown = undefined
    },
  }
}
