// Requests to a control surface, written from what it says of itself: its verbs with their inputs, its views with their queries.
import type { Control } from '@scimulator/shared/behaviour'
import { describedVerbs, describedViews } from '../../../../shared/src/http/described-control.ts'
import type { Draw } from '../draw.ts'
import { type Json, jsonText } from '../json-values.ts'
import { type Asked, disturbedRequest } from './request.ts'
import { type Hints, schemaValue } from './schema-values.ts'

export interface ControlGrammar {
  /** `/_scimulator/`, or longer where several programs stand at one address. */
  readonly prefix: string
  readonly hints: Hints
  /** Verbs that are left out, because they are asked elsewhere or take as long as what they are given. */
  readonly without?: readonly string[]
}

const HEADERS = [
  ['host', 'localhost'],
  ['content-type', 'application/json'],
] as const

/** What is gone is not found by what comes after it, and of two applications nobody knows which is meant. */
const TAKES_AWAY = /^(delete|remove|purge|revoke|discard|create-app|clear|start-over|restore)/

type Written = Pick<Asked, 'method' | 'target'> & { readonly body?: Json }

export function controlRequests(control: Control, grammar: ControlGrammar): (draw: Draw) => Asked {
  const { prefix, hints, without = [] } = grammar
  const verbs = describedVerbs(control, true).filter(({ name }) => !without.includes(name))
  const calm = verbs.filter(({ name }) => !TAKES_AWAY.test(name))
  const views = describedViews(control, true)
  const names = ['', `${control.name}/`]
  const verb = (draw: Draw): Written => {
    const { name, input = {} } = draw.pick(draw.chance(0.05) ? verbs : calm)
    return { method: 'POST', target: `verbs/${name}`, body: schemaValue(input, hints, draw) }
  }
  const view = (draw: Draw): Written => {
    const { name, query = {}, sortable = [] } = draw.pick(views)
    const own = draw.chance(0.3) ? Object(schemaValue(query, hints, draw)) : {}
    const words: Readonly<Record<string, Json>> = { ...own, ...pageWords(draw, sortable) }
    if (draw.chance(0.02)) return { method: 'POST', target: `views/${name}`, ...draw.pick([{ body: [] }, {}]) }
    if (draw.chance(0.2))
      return { method: 'POST', target: `views/${name}`, body: { ...words, where: { [draw.pick(sortable)]: 'a' } } }
    const key = draw.chance(0.12)
      ? `/${encodeURIComponent(String(draw.pick(hints['*'] ?? ['x'])))}${draw.chance(0.05) ? '%zz' : ''}`
      : ''
    return { method: 'GET', target: `views/${name}${key}${searchOf(words)}` }
  }
  return (draw) => {
    const { method, target, body } = draw.pick([verb, verb, verb, verb, view, view, view, plain])(draw)
    const own = draw.pick(names)
    const asked = { method, target: `${prefix}${own}${target}`, headers: HEADERS }
    return disturbedRequest(body === undefined ? asked : { ...asked, body: jsonText(body, draw) }, draw)
  }
}

function plain(draw: Draw): Written {
  // What each input must be takes long to tell.
  const looks = draw.chance(0.02) ? ['views?schema', 'verbs?schema=1'] : ['clock', 'verbs', 'views', 'snapshot']
  return draw.pick<Written>([
    { method: 'GET', target: draw.pick(looks) },
    { method: 'POST', target: 'clock', body: { to: draw.pick<Json>([1_767_600_000_000, 'x', -1, null, 1.5]) } },
    { method: 'POST', target: draw.chance(0.05) ? 'reset' : 'clock' },
    {
      method: 'POST',
      target: 'restore',
      body: draw.pick<Json>([{ snapshot: { rows: [] } }, {}, { snapshot: null }, []]),
    },
  ])
}

function pageWords(draw: Draw, sortable: readonly string[]): Readonly<Record<string, Json>> {
  const field = draw.pick([...sortable, 'key'])
  const all: readonly (readonly [string, Json])[] = [
    ['offset', draw.pick(['0', '1', '99'])],
    ['limit', draw.pick(['1', '3', '1000'])],
    ['sort', draw.pick([field, `-${field}`, `${field},key`])],
    ['q', draw.pick(['a', 'contoso', ''])],
    ['where', `${field}:a`],
    ['fields', `${field},key`],
  ]
  return Object.fromEntries(all.filter(() => draw.chance(0.2)))
}

function searchOf(words: Readonly<Record<string, Json>>): string {
  const pairs = Object.entries(words).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ])
  const text = new URLSearchParams(pairs as [string, string][]).toString()
  return text === '' ? '' : `?${text}`
}
