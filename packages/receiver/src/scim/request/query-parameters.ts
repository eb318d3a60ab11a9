import { quoteForDetail, ScimError } from '@scimulator/shared/scim'

/** Parameters by name in lower case: clients differ in the case of `startIndex`. */
export type QueryParameters = ReadonlyMap<string, string>

const KNOWN = new Set([
  'attributes',
  'excludedattributes',
  'filter',
  'sortby',
  'sortorder',
  'startindex',
  'count',
  'cursor',
])

/** Reads a query (form encoding: `+` is a space). Unknown parameters are ignored. @throws ScimError 400 */
export function parseQuery(text: string): QueryParameters {
  const parameters = new Map<string, string>()
  if (text === '') return parameters
  for (const pair of text.split('&')) {
    const mark = pair.indexOf('=')
    const name = decode(mark === -1 ? pair : pair.slice(0, mark)).toLowerCase()
    if (!KNOWN.has(name)) continue
    if (parameters.has(name)) {
      throw new ScimError('badRequest', `The query parameter ${quoteForDetail(name)} is given twice.`)
    }
    parameters.set(name, mark === -1 ? '' : decode(pair.slice(mark + 1)))
  }
  return parameters
}

function decode(text: string): string {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text
  if (!spaced.includes('%')) return spaced
  try {
    return decodeURIComponent(spaced)
  } catch {
    throw new ScimError('badRequest', 'The query is not valid percent-encoded UTF-8.')
  }
}
