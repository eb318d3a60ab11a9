// A program's control over HTTP, under /_scimulator and under /_scimulator/<its name>: verbs, views, clock, reset, snapshot, restore.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Control, VerbError } from '../behaviour/index.ts'
import type { Schedule, VirtualSchedule } from '../runtime/index.ts'
import { controlRefusal } from './control-guard.ts'
import { readJsonBody, writeJson } from './json-body.ts'

export interface ControlServerOptions {
  readonly control: Control
  readonly schedule: Schedule | VirtualSchedule
  readonly token?: string
  /** Further names of the surface, beside the control's own: `/_scimulator/lark` for `/_scimulator/receiver`. */
  readonly aliases?: readonly string[]
}

const PREFIX = '/_scimulator/'

interface Target {
  readonly pathname: string
  /** Without the question mark. */
  readonly search: string
}

/** Answers a request below `/_scimulator/`; resolves to false, having written nothing, for any other. */
export function createControlServer(options: ControlServerOptions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    // Split by hand: a URL object refuses paths such as `//`, which belong to others.
    const [pathname = '', search = ''] = (request.url ?? '/').split('?', 2)
    if (!pathname.startsWith(PREFIX)) return false
    const url: Target = { pathname, search }
    const refusal = controlRefusal(request, options.token)
    if (refusal) writeJson(response, 403, { error: refusal })
    else await answer(request, response, url, options)
    return true
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  url: Target,
  options: ControlServerOptions,
): Promise<void> {
  try {
    const result = await route(request, url, options)
    if (result === undefined) writeJson(response, 404, { error: `There is no ${request.method} ${url.pathname}` })
    else writeJson(response, 200, result)
  } catch (error) {
    writeJson(response, statusOf(error), { error: error instanceof Error ? error.message : String(error) })
  }
}

const STATUS = { invalid: 400, 'not-found': 404, conflict: 409, refused: 403 } as const

function statusOf(error: unknown): number {
  if (error instanceof VerbError) return STATUS[error.code]
  // Known by its name: this room does not import the store.
  if (error instanceof Error && error.name === 'StoreStopped') return 503
  return error instanceof SyntaxError ? 400 : 500
}

async function route(request: IncomingMessage, url: Target, options: ControlServerOptions): Promise<unknown> {
  const { control } = options
  const [kind = '', name = ''] = partsOf(url.pathname, options)
  if (request.method === 'GET') {
    if (kind === 'clock') return clockState(options.schedule)
    if (kind === 'snapshot') return { snapshot: control.snapshot() ?? null }
    if (kind === 'verbs' && name === '') return namesOf(control.verbs)
    if (kind === 'views' && name === '') return namesOf(control.views)
    if (kind === 'views') return control.views.get(name)?.read(Object.fromEntries(new URLSearchParams(url.search)))
    return undefined
  }
  return request.method === 'POST' ? act(kind, name, await readJsonBody(request), options) : undefined
}

/** `verbs/add-source` of `/_scimulator/verbs/add-source` as of `/_scimulator/receiver/verbs/add-source`. */
function partsOf(pathname: string, { control, aliases = [] }: ControlServerOptions): readonly string[] {
  const parts = pathname.slice(PREFIX.length).split('/', 3).map(decodeURIComponent)
  return [control.name, ...aliases].includes(parts[0] ?? '') ? parts.slice(1) : parts.slice(0, 2)
}

async function act(kind: string, name: string, body: unknown, options: ControlServerOptions): Promise<unknown> {
  const { control, schedule } = options
  switch (kind) {
    case 'verbs': {
      const verb = control.verbs.get(name)
      return verb ? { result: (await verb.run(body ?? {})) ?? null } : undefined
    }
    case 'views':
      return control.views.get(name)?.read(body)
    case 'clock':
      return moveClock(schedule, body)
    case 'reset':
      control.reset()
      return { reset: true }
    case 'restore':
      control.restore(isRecord(body) ? body.snapshot : undefined)
      return { restored: true }
    default:
      return undefined
  }
}

function clockState(schedule: Schedule): object {
  return { now: schedule.now(), nextDue: schedule.nextDue() ?? null, virtual: 'advanceTo' in schedule }
}

async function moveClock(schedule: Schedule | VirtualSchedule, body: unknown): Promise<object> {
  const to = isRecord(body) ? body.to : undefined
  if (typeof to !== 'number')
    throw new VerbError('invalid', 'clock: "to" must be a number, milliseconds since the epoch')
  if (!('advanceTo' in schedule))
    throw new VerbError('refused', 'clock: this program runs on real time; start it with --clock virtual')
  await schedule.advanceTo(to)
  return clockState(schedule)
}

function namesOf(named: ReadonlyMap<string, { name: string; describes: string }>): object[] {
  return [...named.values()].map(({ name, describes }) => ({ name, describes }))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
