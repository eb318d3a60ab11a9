import { ScimError } from './scim-error.ts'

/** How much of a long text is shown on either side of the caret. */
const context = 40

/** An error whose detail names the position, counted from 1, and shows it with a caret in a line of its own. */
export function syntaxError(
  code: 'invalidFilter' | 'invalidPath',
  message: string,
  text: string,
  offset: number,
): ScimError {
  const start = Math.max(0, offset - context)
  const prefix = start > 0 ? '…' : ''
  const excerpt = text.slice(start, offset + context).replace(/\s/g, ' ')
  const caret = `${' '.repeat(prefix.length + offset - start)}^`
  return new ScimError(code, `${message} at character ${offset + 1}:\n${prefix}${excerpt}\n${caret}`)
}
