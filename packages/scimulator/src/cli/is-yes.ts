import { createInterface } from 'node:readline/promises'

/** Asks on the terminal; anything but y or yes is a no, the end of the input too. Nobody answers where standard input is not a terminal. */
export async function isYes(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false
  const asking = createInterface({ input: process.stdin, output: process.stderr })
  const ended = new AbortController()
  // The terminal hands Ctrl-C over as a key; what it would have been is passed on.
  asking.on('SIGINT', () => {
    if (!process.emit('SIGINT', 'SIGINT')) process.exit(130)
    ended.abort()
  })
  asking.on('close', () => ended.abort())
  try {
    return /^y(es)?$/i.test((await asking.question(question, { signal: ended.signal })).trim())
  } catch (error) {
    if (!(error instanceof Error && error.name === 'AbortError')) throw error
    process.stderr.write('\n')
    return false
  } finally {
    asking.close()
  }
}
