// Filters (RFC 7644 §3.4.2.2): a text becomes a function that says whether a resource fits.
import { parsePath, valuesAt } from './paths.mjs'
import { ENTERPRISE, named } from './schemas.mjs'
import { invalid } from './scim-error.mjs'

const TOKEN = /\s*(\(|\)|\[|\]|"(?:[^"\\]|\\.)*"|[^\s()[\]"]+)/y
const OPERATORS = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le', 'pr']

/** A filter over whole resources of a kind, with `faults` that this endpoint can have. */
export function compileFilter(text, kind, faults = new Set()) {
  return compile(text, (name) => {
    const path = parsePath(name, kind)
    if (!path?.attribute) return { values: () => [], elements: () => [] }
    const { attribute, isExtension, sub } = path
    const isExact = faults.has('case-sensitive-user-name') && attribute.name === 'userName'
    return {
      attribute,
      values: (resource) => valuesAt(resource, path),
      elements: (resource) => [(isExtension ? resource[ENTERPRISE] : resource)?.[attribute.name] ?? []].flat(),
      caseExact: isExact || (sub ?? attribute).caseExact,
    }
  })
}

/** The filter in a path such as `emails[type eq "work"]`: it judges one element. */
export function compileElementFilter(text, attribute) {
  return compile(text, (name) => {
    const sub = named(attribute.subAttributes ?? [], name)
    const values = (element) => (sub && element[sub.name] !== undefined ? [element[sub.name]] : [])
    return { values, elements: () => [], caseExact: sub?.caseExact }
  })
}

/** What an element must be to fit `type eq "work"`, for one that does not exist yet. Undefined when the filter does not say. */
export function describedBy(text, attribute) {
  const described = {}
  for (const part of text.split(/\s+and\s+/i)) {
    const [, name, value] = /^\(?\s*([\w$]+)\s+eq\s+("(?:[^"\\]|\\.)*"|true|false)\s*\)?$/i.exec(part.trim()) ?? []
    const sub = name && named(attribute.subAttributes ?? [], name)
    if (!sub) return undefined
    const literal = JSON.parse(value.startsWith('"') ? value : value.toLowerCase())
    described[sub.name] = sub.type === 'boolean' ? String(literal).toLowerCase() === 'true' : literal
  }
  return described
}

function compile(text, resolve) {
  const tokens = tokenize(text)
  let at = 0
  const peek = () => tokens[at]
  const take = () => tokens[at++]
  const isWord = (word) => peek()?.toLowerCase() === word
  const fail = () => invalid(`The filter ${JSON.stringify(text)} is not understood.`, 'invalidFilter')

  function either() {
    let left = both()
    while (isWord('or') && take()) left = join(left, both(), (a, b) => a || b)
    return left
  }
  function both() {
    let left = term()
    while (isWord('and') && take()) left = join(left, term(), (a, b) => a && b)
    return left
  }
  function term() {
    if (isWord('not') && take()) {
      const inner = term()
      return (resource) => !inner(resource)
    }
    if (peek() !== '(') return comparison()
    take()
    const inner = either()
    if (take() !== ')') throw fail()
    return inner
  }
  function comparison() {
    const name = take()
    if (name === undefined || !/^[\w:.$-]+$/.test(name)) throw fail()
    if (peek() === '[') return valuePath(name)
    const operator = take()?.toLowerCase()
    if (!OPERATORS.includes(operator)) throw fail()
    const { values, caseExact } = resolve(name)
    if (operator === 'pr') return (resource) => values(resource).some((value) => value !== '')
    const wanted = literal(take(), fail)
    if (wanted === null) return (resource) => (values(resource).length === 0) === (operator === 'eq')
    const finds = (resource, how) => values(resource).some((value) => compare(value, how, wanted, caseExact))
    return operator === 'ne' ? (resource) => !finds(resource, 'eq') : (resource) => finds(resource, operator)
  }
  function valuePath(name) {
    take()
    const start = at
    for (let depth = 1; depth > 0; at += 1) {
      if (peek() === undefined) throw fail()
      depth += peek() === '[' ? 1 : peek() === ']' ? -1 : 0
    }
    const { attribute, elements } = resolve(name)
    if (!attribute) return () => false
    const fits = compileElementFilter(tokens.slice(start, at - 1).join(' '), attribute)
    const also = peek()?.startsWith('.') ? behindBrackets(attribute) : () => true
    return (resource) => elements(resource).some((element) => fits(element) && also(element))
  }
  /** Entra asks for emails[type eq "work"].value eq "…": the comparison is about the element in the brackets. */
  function behindBrackets(attribute) {
    const name = take().slice(1)
    const operator = take() ?? ''
    const value = operator.toLowerCase() === 'pr' ? '' : (take() ?? '')
    return compileElementFilter(`${name} ${operator} ${value}`, attribute)
  }

  const predicate = either()
  if (at < tokens.length) throw fail()
  return predicate
}

function join(left, right, combine) {
  return (resource) => combine(left(resource), right(resource))
}

function tokenize(text) {
  const tokens = []
  TOKEN.lastIndex = 0
  while (text.slice(TOKEN.lastIndex).trim() !== '') {
    const match = TOKEN.exec(text)
    if (!match) throw invalid(`The filter ${JSON.stringify(text)} is not understood.`, 'invalidFilter')
    tokens.push(match[1])
  }
  return tokens
}

/** A JSON string, true, false, null or a number; Entra and hand-written clients also write True, and text without quotes. */
function literal(token, fail) {
  if (token === undefined) throw fail()
  if (!token.startsWith('"')) {
    const lower = token.toLowerCase()
    return ['true', 'false', 'null'].includes(lower) || /^-?\d+(\.\d+)?$/.test(lower) ? JSON.parse(lower) : token
  }
  try {
    return JSON.parse(token)
  } catch {
    throw fail()
  }
}

function compare(value, operator, wanted, caseExact) {
  const fold = (one) => (caseExact ? String(one) : String(one).toLowerCase())
  const left = fold(value)
  const right = fold(wanted)
  switch (operator) {
    case 'eq':
      return left === right
    case 'co':
      return left.includes(right)
    case 'sw':
      return left.startsWith(right)
    case 'ew':
      return left.endsWith(right)
    case 'gt':
      return left > right
    case 'ge':
      return left >= right
    case 'lt':
      return left < right
    default:
      return left <= right
  }
}
