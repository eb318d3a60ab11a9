// A Hurl file: ids are captured, and what must be answered and must be in the directory is asserted. It needs Hurl 5 or newer.
import type { CorpusAct, CorpusRequest, CorpusResource } from './corpus.ts'
import type { Selection } from './select-acts.ts'

export function hurlText({ corpus, acts }: Selection): string {
  const head = [
    `# ${corpus.title}: what it sends in the life of a small company, in order.`,
    '# hurl --test --variable baseUrl=http://localhost:3000/scim/v2 --variable token=secret FILE',
  ]
  return `${[...head, ...acts.flatMap(actText)].join('\n')}\n`
}

function actText({ id, says, requests, directory, asked }: CorpusAct & { readonly asked: boolean }): readonly string[] {
  const looks = asked ? directory.map(lookText) : []
  return [`\n# ==== ${id}: ${says}`, ...requests.map(requestText), ...looks]
}

function requestText({ name, says, by, grade, source, ...request }: CorpusRequest): string {
  const { method, path, headers, body, answer, captures = {} } = request
  const captured = Object.entries(captures).map(([id, at]) => `${id}: jsonpath ${quoted(at)}`)
  return [
    `\n# ${name}: ${by === 'somebody else' ? 'somebody else ' : ''}${says}. ${grade}: ${source}`,
    `${method} {{baseUrl}}${escaped(path)}`,
    ...Object.entries(headers).map(([header, value]) => `${header}: ${escaped(value)}`),
    ...(body === undefined ? [] : [JSON.stringify(body, null, 2)]),
    ...answerText(answer.status, captured, assertsOf(answer.has ?? {})),
  ].join('\n')
}

function lookText({ path, is, has = {}, lacks = {} }: CorpusResource): string {
  const asserts = [...assertsOf(has), ...assertsOf(lacks).map((line) => line.replace(' includes ', ' not includes '))]
  return [
    `\n# the directory: ${path} is ${is}`,
    `GET {{baseUrl}}${path}`,
    'Authorization: Bearer {{token}}',
    'Accept: application/scim+json',
    ...answerText([is === 'gone' ? 404 : 200], [], is === 'gone' ? [] : asserts),
  ].join('\n')
}

/** Where several are right, they are all of the 200s: Hurl takes one status, or none and a range. */
function answerText(
  status: readonly number[],
  captures: readonly string[],
  asserts: readonly string[],
): readonly string[] {
  const range = status.length > 1 ? ['status >= 200', 'status < 300'] : []
  return [
    `HTTP ${status.length > 1 ? '*' : status[0]}`,
    ...(captures.length > 0 ? ['[Captures]', ...captures] : []),
    ...(range.length + asserts.length > 0 ? ['[Asserts]', ...range, ...asserts] : []),
  ]
}

/** One line for each value. Of a list of objects, some element must have it. */
function assertsOf(part: unknown, path = '$'): readonly string[] {
  if (Array.isArray(part)) return part.flatMap((one) => assertsOf(one, `${path}[*]`))
  if (typeof part === 'object' && part !== null)
    return Object.entries(part).flatMap(([key, value]) => assertsOf(value, path + step(key)))
  if (part === null) return [`jsonpath ${quoted(path)} not exists`]
  return [`jsonpath ${quoted(path)} ${path.includes('[*]') ? 'includes' : '=='} ${JSON.stringify(part)}`]
}

function step(key: string): string {
  return /^\w+$/.test(key) ? `.${key}` : `['${key}']`
}

function quoted(text: string): string {
  return JSON.stringify(text)
}

/** Outside quotes a # begins a comment, and a backslash an escape. */
function escaped(text: string): string {
  return text.replace(/[\\#]/g, '\\$&')
}
