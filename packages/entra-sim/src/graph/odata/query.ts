// System query options of a Graph URL. Unknown options that begin with $ are refused: silently ignoring one would return the wrong
// people.
import { badRequest } from '../graph-error.ts'
import { type ODataFilter, parseODataFilter } from './filter.ts'
import { type ODataSearch, parseODataSearch } from './search.ts'

export interface ODataQuery {
  readonly filter?: ODataFilter
  readonly search?: ODataSearch
  /** `['id', 'displayName']` */
  readonly select?: readonly string[]
  readonly expand?: readonly string[]
  readonly orderby?: readonly { readonly path: string; readonly descending: boolean }[]
  readonly top?: number
  readonly skip?: number
  readonly skiptoken?: string
  readonly deltatoken?: string
  readonly count: boolean
}

const KNOWN = new Set([
  '$filter',
  '$search',
  '$select',
  '$expand',
  '$orderby',
  '$top',
  '$skip',
  '$skiptoken',
  '$deltatoken',
  '$count',
  '$format',
])

/** Reads a query string (without `?`). @throws GraphError 400 for what Graph would refuse too. */
export function readODataQuery(asked: string): ODataQuery {
  const options = systemOptions(asked)
  const text = (name: string): string | undefined => options.get(name) ?? undefined
  const [filter, search] = [text('$filter'), text('$search')]
  const [top, skip] = [wholeNumber('$top', text('$top')), wholeNumber('$skip', text('$skip'))]
  const orderby = text('$orderby')
  const [skiptoken, deltatoken] = [text('$skiptoken'), text('$deltatoken')]
  return {
    ...(filter === undefined ? {} : { filter: parseODataFilter(filter) }),
    ...(search === undefined ? {} : { search: parseODataSearch(search) }),
    ...listOption('select', text('$select')),
    ...listOption('expand', text('$expand')),
    ...(orderby === undefined ? {} : { orderby: orderby.split(',').map(readOrder) }),
    ...(top === undefined ? {} : { top }),
    ...(skip === undefined ? {} : { skip }),
    ...(skiptoken === undefined ? {} : { skiptoken }),
    ...(deltatoken === undefined ? {} : { deltatoken }),
    count: text('$count') === 'true',
  }
}

/** Names are read without regard to case, and the $ may be left out (Graph: Use query parameters). */
function systemOptions(search: string): URLSearchParams {
  const options = new URLSearchParams()
  for (const [written, value] of new URLSearchParams(search)) {
    const lower = written.toLowerCase()
    const name = KNOWN.has(`$${lower}`) ? `$${lower}` : lower
    refuseUnknown(name)
    if (options.has(name)) throw badRequest(`The query parameter '${name}' is given twice.`)
    options.append(name, value)
  }
  return options
}

function refuseUnknown(name: string): void {
  if (!name.startsWith('$') || KNOWN.has(name)) return
  throw badRequest(`The query parameter '${name}' is not supported. Known: ${[...KNOWN].join(', ')}.`)
}

function listOption(name: 'select' | 'expand', text: string | undefined): Partial<ODataQuery> {
  if (text === undefined) return {}
  return { [name]: splitOutsideBrackets(text).map((part) => part.trim()) }
}

/** `members($select=id,displayName),owners` has two parts. */
function splitOutsideBrackets(text: string): string[] {
  return text.match(/(?:[^,(]|\([^)]*\))+/g) ?? []
}

function readOrder(text: string): { path: string; descending: boolean } {
  const [path = '', direction = 'asc', ...rest] = text.trim().split(/\s+/)
  if (path === '' || !/^(asc|desc)$/i.test(direction) || rest.length > 0) {
    throw badRequest(`Invalid $orderby '${text}'. Write a property and asc or desc.`)
  }
  return { path, descending: direction.toLowerCase() === 'desc' }
}

function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/^\d{1,9}$/.test(text))
    throw badRequest(`Invalid value '${text}' for ${name}. It must be a whole number of at least 0.`)
  return Number(text)
}
