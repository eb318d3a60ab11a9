// The receiver's admin API, by its own table of operations.
import { z } from 'zod'
import { OPERATIONS } from '../../../../receiver/src/lark/api/operations.ts'
import type { Draw } from '../draw.ts'
import type { Json } from '../json-values.ts'
import type { AnyTarget } from '../target.ts'
import { isAdminProblem } from './is-error.ts'
import type { Asked } from './request.ts'
import { type JsonSchema, schemaValue } from './schema-values.ts'
import { surfaceTarget } from './surface-target.ts'
import { queryOf, type Template, templateRequests } from './templates.ts'
import { openWorld, PROGRAM_WORLDS } from './worlds/program-worlds.ts'

const HEADERS = [
  ['host', 'localhost'],
  ['content-type', 'application/json'],
] as const

const { hints = {} } = PROGRAM_WORLDS.receiver ?? {}
const IDS: Readonly<Record<string, string>> = { source: '{SID}', member: '{MID}', administrator: '{AID}' }

const templates: readonly Template[] = [
  ...OPERATIONS.map(templateOf),
  { method: 'GET', path: '/admin/v1/openapi.json' },
  ...['members/%zz', 'sync-sources/%E0%A4', 'nothing'].map((path) => ({ method: 'GET', path: `/admin/v1/${path}` })),
  { method: 'GET', path: '/admin/v1/session', weight: 3 },
  { method: 'DELETE', path: '/admin/v1/session' },
  { method: 'PUT', path: '/admin/v1/session' },
  {
    method: 'POST',
    path: '/admin/v1/session',
    body: () => ({ email: 'AID0', password: 'of nobody, but long' }),
    weight: 2,
  },
]

function templateOf({ method, template, body, query }: (typeof OPERATIONS)[number]): Template {
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => IDS[name] ?? '{GID}')
  const words = query === undefined ? [] : Object.keys(query.shape)
  return {
    ...{ method, path: `/admin/v1${path}`, weight: method === 'DELETE' ? 1 : method === 'GET' ? 6 : 4 },
    ...(body === undefined ? {} : { body: written(z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' })) }),
    ...(words.length === 0
      ? {}
      : { query: queryOf(Object.fromEntries(words.map((word) => [word, ['a', 'ID0', '']]))) }),
  }
}

function written(schema: JsonSchema): (draw: Draw) => Json {
  return (draw) => schemaValue(schema, hints, draw)
}

const CREDENTIALS = [
  ['cookie', 'scimulator_session=x'],
  ['content-encoding', 'gzip'],
  ['cookie', 'a; scimulator_session=; b=c'],
  ['authorization', 'Bearer x'],
  ['x-act-as', 'nobody'],
  ['x-act-as', 'AID0'],
  ['x-organisation', 'other'],
  ['host', 'evil.example'],
] as const

function make(draw: Draw): Asked {
  const asked = templateRequests(templates, HEADERS)(draw)
  return draw.chance(0.05) ? { ...asked, headers: [draw.pick(CREDENTIALS), ...asked.headers] } : asked
}

export async function adminTarget(open = openWorld): Promise<AnyTarget> {
  const world = await open('receiver')
  return surfaceTarget({ name: 'admin API', files: [], make, isError: isAdminProblem, below: /^\/admin\/v1\// }, world)
}
