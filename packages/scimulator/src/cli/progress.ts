// What is under way, so that no silence is longer than half a minute: a line that is written over on a terminal, and in a log of CI a plain
// line now and then while nothing else is said.

import { onScreen } from './on-screen.ts'

/** A stream for people: standard error. */
export interface ProgressStream {
  readonly isTTY?: boolean
  write(text: string): unknown
}

export interface Progress {
  /** What is at work or done has changed; the text is shown now on a terminal, and in a log when it has been quiet for long. */
  show(text: string): void
  /** Something else is about to be written. */
  clear(): void
  /** Ends it; a process that has nothing else to do may then go. */
  stop(): void
}

/** Well below the half minute after which CI and people begin to wonder. */
const QUIET_MS = 15_000

export function createProgress(stream: ProgressStream = process.stderr, quietMs = QUIET_MS): Progress {
  let latest = ''
  let isQuiet = true
  const speak = (): void => {
    if (isQuiet && latest !== '') stream.write(`${latest}\n`)
    isQuiet = true
  }
  const timer = stream.isTTY ? undefined : setInterval(speak, quietMs)
  timer?.unref()
  return {
    show(text) {
      latest = onScreen(text)
      if (stream.isTTY) stream.write(`\r\u001B[K… ${latest}`)
    },
    clear() {
      isQuiet = false
      if (stream.isTTY) stream.write('\r\u001B[K')
    },
    stop() {
      clearInterval(timer)
      if (stream.isTTY) stream.write('\r\u001B[K')
    },
  }
}
