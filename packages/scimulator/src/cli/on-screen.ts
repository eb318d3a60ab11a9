import { seen } from '@scimulator/shared/runtime'

/** Bold, dim and colours of letters, as `terminalStyle` gives them: nothing that hides, moves, asks, or rings. */
const COLOUR = new RegExp(`(${String.fromCharCode(27)}\\[(?:0|1|2|22|3[1-6]|39|9[0-6])m)`)

/**
 * What may be written to a screen or to a log of it. Names come from an endpoint or a file of somebody else, and a terminal obeys what
 * it is sent.
 * @param isTerminal whether colours may be there; elsewhere nothing has any
 */
export function onScreen(text: string, isTerminal = false): string {
  const plain = text.replaceAll('\r\n', '\n')
  if (!isTerminal) return seen(plain)
  return plain
    .split(COLOUR)
    .map((part, at) => (at % 2 === 1 ? part : seen(part)))
    .join('')
}
