import { ask } from './ask.ts'

/** Asks on the terminal; anything but y or yes is a no, the end of the input too. Nobody answers where standard input is not a terminal. */
export async function isYes(question: string): Promise<boolean> {
  return /^y(es)?$/i.test((await ask(question)) ?? '')
}
