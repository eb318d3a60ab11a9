// The control surfaces of the server that the page came from; nothing else is ever asked.
import {
  ControlError,
  type Done,
  type Item,
  type Page,
  programOf,
  type Source,
  type Verb,
  type ViewName,
  type ViewQuery,
  type Views,
} from './source.ts'

export const LIVE_SOURCE: Source = { kind: 'live', moment: '', page: readPage, item: readItem, act, verbs }

/** The step of each program's log that an answer was newest at. */
const newest = new Map<string, number>()

interface Numbered {
  readonly seq: number
}

export async function readPage<Name extends ViewName>(name: Name, query: ViewQuery): Promise<Page<Views[Name]>> {
  const page = await ask<Page<Views[Name]> & Numbered>(`${pathOf(name, 'views')}${searchOf(query)}`)
  newest.set(programOf(name), page.seq)
  return page
}

async function readItem<Name extends ViewName>(name: Name, key: string, query: ViewQuery): Promise<Item<Views[Name]>> {
  const answer = await ask<{ item: Item<Views[Name]> }>(
    `${pathOf(name, 'views')}/${encodeURIComponent(key)}${searchOf(query)}`,
  )
  return answer.item
}

async function act(name: string, input: object): Promise<Done> {
  const before = newest.get(programOf(name)) ?? -1
  const { result, seq } = await ask<{ readonly result: unknown } & Numbered>(pathOf(name, 'verbs'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
  return seq > before ? { result, news: seq } : { result }
}

function verbs(program: string): Promise<readonly Verb[]> {
  return ask(`/_scimulator/${program}/verbs?schema=1`)
}

function pathOf(name: string, what: 'verbs' | 'views'): string {
  const dot = name.indexOf('.')
  return `/_scimulator/${name.slice(0, dot)}/${what}/${name.slice(dot + 1)}`
}

function searchOf(query: ViewQuery): string {
  const words = new URLSearchParams()
  for (const [word, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) words.append(word, String(one))
  }
  const text = words.toString()
  return text === '' ? '' : `?${text}`
}

async function ask<Answer>(path: string, options?: RequestInit): Promise<Answer> {
  const response = await fetch(path, options).catch(() => {
    throw new ControlError('unreachable', 'Scimulator does not answer. Was the command stopped?')
  })
  const body = await response.json().catch(() => ({}))
  // The server is the one that this page came with; its types are those of its views.
  if (response.ok) return body as Answer
  throw new ControlError(String(body.code ?? response.status), String(body.error ?? `Answered ${response.status}`))
}
