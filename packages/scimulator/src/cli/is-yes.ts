import { createInterface } from 'node:readline/promises'

/** Asks on the terminal; anything but y or yes is a no. Nobody answers where standard input is not a terminal. */
export async function isYes(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false
  const asking = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return /^y(es)?$/i.test((await asking.question(question)).trim())
  } finally {
    asking.close()
  }
}
