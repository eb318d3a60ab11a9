// A program's control over HTTP, under /_scimulator and under /_scimulator/<its name>: verbs, views, clock, reset, snapshot, restore.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Control, suggest, VerbError, type View } from '../behaviour/index.ts'
import { viewPage } from '../paging/index.ts'
import { beyondTime, type Schedule, type VirtualSchedule } from '../runtime/index.ts'
import { FAILURE_STATUS, failureOf } from './control-failure.ts'
import { controlRefusal } from './control-guard.ts'
import { describedVerbs, describedViews } from './described-control.ts'
import { readJsonBody, writeJson } from './json-body.ts'
import { type ReadQuery, readBodyQuery, readUrlQuery } from './page-query.ts'
import { type RequestTarget, requestTarget } from './request-target.ts'
import { viewItem } from './view-item.ts'

export interface ControlServerOptions {
  readonly control: Control
  readonly schedule: Schedule | VirtualSchedule
  readonly token?: string
  /** Further names of the surface, beside the control's own: `/_scimulator/lark` for `/_scimulator/receiver`. */
  readonly aliases?: readonly string[]
}

const PREFIX = '/_scimulator/'

/** Answers a request below `/_scimulator/`; resolves to false, having written nothing, for any other. */
export function createControlServer(options: ControlServerOptions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const target = requestTarget(request.url)
    if (!target.pathname.startsWith(PREFIX)) return false
    try {
      const refusal = controlRefusal(request, options.token)
      if (refusal) throw new VerbError('refused', refusal)
      writeJson(response, 200, await route(request, target, options))
    } catch (error) {
      const failure = failureOf(error)
      writeJson(response, FAILURE_STATUS[failure.code], failure)
    }
    return true
  }
}

/** A request's path below the prefix: `views`, `people`, `Ana`. */
interface Call {
  readonly kind: string
  readonly name: string
  readonly key: string | undefined
  /** The query of the URL. */
  readonly search: string
}

async function route(request: IncomingMessage, url: RequestTarget, options: ControlServerOptions): Promise<unknown> {
  const call = callOf(url, options)
  const answer = call && (await answerOf(request, call, options))
  if (answer === undefined) throw new VerbError('not-found', `There is no ${request.method} ${url.pathname}`)
  return answer
}

async function answerOf(request: IncomingMessage, call: Call, options: ControlServerOptions): Promise<unknown> {
  if (request.method === 'GET') return look(call, options)
  if (request.method !== 'POST' || call.key !== undefined) return undefined
  return act(call, await readJsonBody(request), options)
}

/** `verbs/add-source` of `/_scimulator/verbs/add-source` as of `/_scimulator/receiver/verbs/add-source`. Undefined for a longer path. */
function callOf(
  { pathname, search }: RequestTarget,
  { control, aliases = [] }: ControlServerOptions,
): Call | undefined {
  const parts = pathname.slice(PREFIX.length).split('/').map(decodeURIComponent)
  const own = [control.name, ...aliases].includes(parts[0] ?? '') ? parts.slice(1) : parts
  const [kind = '', name = '', key] = own
  return own.length > 3 ? undefined : { kind, name, key, search }
}

async function look(call: Call, options: ControlServerOptions): Promise<unknown> {
  const { kind, name, key, search } = call
  if (name === '' && key === undefined) return overview(call, options)
  if (kind !== 'views') return undefined
  const view = known(options.control.views, 'view', name)
  const query = readUrlQuery(search)
  return key === undefined ? shownPage(view, query, options) : shownItem(view, key, query.own, options)
}

function overview({ kind, search }: Call, { control, schedule }: ControlServerOptions): unknown {
  const withSchema = new URLSearchParams(search).has('schema')
  switch (kind) {
    case 'clock':
      return clockState(schedule)
    case 'snapshot':
      return { snapshot: control.snapshot() ?? null }
    case 'verbs':
      return describedVerbs(control, withSchema)
    case 'views':
      return describedViews(control, withSchema)
    default:
      return undefined
  }
}

async function act({ kind, name }: Call, body: unknown, options: ControlServerOptions): Promise<unknown> {
  const { control, schedule } = options
  switch (kind) {
    case 'verbs': {
      const result = (await known(control.verbs, 'verb', name).run(body ?? {})) ?? null
      return { result, seq: control.seq() }
    }
    case 'views':
      return shownPage(known(control.views, 'view', name), readBodyQuery(body), options)
    case 'clock':
      return moveClock(schedule, body)
    case 'reset':
      control.reset()
      return { reset: true, seq: control.seq() }
    case 'restore':
      restore(control, body)
      return { restored: true, seq: control.seq() }
    default:
      return undefined
  }
}

/** What is no picture of this program is the caller's mistake, and has changed nothing. */
function restore(control: Control, body: unknown): void {
  const snapshot = isRecord(body) ? body.snapshot : undefined
  try {
    if (typeof snapshot !== 'object' || snapshot === null)
      throw new Error('it must be what GET …/snapshot has answered')
    control.restore(snapshot)
  } catch (error) {
    const { code, error: message } = failureOf(error)
    if (code !== 'fault') throw error
    throw new VerbError('invalid', `snapshot: ${message}`, [{ path: ['snapshot'], message }])
  }
}

function known<Named>(named: ReadonlyMap<string, Named>, what: string, name: string): Named {
  const found = named.get(name)
  if (found === undefined)
    throw new VerbError('not-found', `There is no ${what} "${name}". ${suggest(name, named.keys())}`)
  return found
}

type Programs = Pick<ControlServerOptions, 'control' | 'schedule'>

/** The seq is read first: what a page shows may be newer than it says, and never older. */
async function shownPage(view: View, { page, own }: ReadQuery, { control, schedule }: Programs): Promise<object> {
  const [seq, now] = [control.seq(), schedule.now()]
  const { items, total, offset } = viewPage(await view.read(own), page)
  return { items, total, offset, dropped: view.dropped?.() ?? 0, seq, now }
}

async function shownItem(view: View, key: string, own: object, { control, schedule }: Programs): Promise<object> {
  const [seq, now] = [control.seq(), schedule.now()]
  const item = (await view.find?.(key, own)) ?? viewItem(await view.read(own), view.name, key)
  return { item, seq, now }
}

function clockState(schedule: Schedule): object {
  return { now: schedule.now(), nextDue: schedule.nextDue() ?? null, virtual: 'advanceTo' in schedule }
}

async function moveClock(schedule: Schedule | VirtualSchedule, body: unknown): Promise<object> {
  const to = isRecord(body) ? body.to : undefined
  if (typeof to !== 'number')
    throw new VerbError('invalid', 'clock: "to" must be a number, milliseconds since the epoch', [
      { path: ['to'], message: 'must be a number, milliseconds since the epoch' },
    ])
  const beyond = beyondTime(to)
  if (beyond !== undefined) throw new VerbError('invalid', `clock: ${beyond}`, [{ path: ['to'], message: beyond }])
  if (!('advanceTo' in schedule))
    throw new VerbError('refused', 'clock: this program runs on real time; start it with --clock virtual')
  await schedule.advanceTo(to)
  return clockState(schedule)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
