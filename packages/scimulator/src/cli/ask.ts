import { createInterface } from 'node:readline/promises'

/** Asks on the terminal. @returns what was typed; undefined at the end of the input, and where standard input is no terminal */
export async function ask(question: string): Promise<string | undefined> {
  if (!process.stdin.isTTY) return undefined
  const asking = createInterface({ input: process.stdin, output: process.stderr })
  const ended = new AbortController()
  // The terminal hands Ctrl-C over as a key; what it would have been is passed on.
  asking.on('SIGINT', () => {
    if (!process.emit('SIGINT', 'SIGINT')) process.exit(130)
    ended.abort()
  })
  asking.on('close', () => ended.abort())
  try {
    return (await asking.question(question, { signal: ended.signal })).trim()
  } catch (error) {
    if (!(error instanceof Error && error.name === 'AbortError')) throw error
    process.stderr.write('\n')
    return undefined
  } finally {
    asking.close()
  }
}
