// The consoles: pages, events, and the control surfaces of a world behind one address.
import type { Draw } from '../draw.ts'
import type { AnyTarget } from '../target.ts'
import { controlRequests } from './control-requests.ts'
import { isControlFailure } from './is-error.ts'
import { keepsReport } from './keeps-report.ts'
import { type Asked, disturbedRequest } from './request.ts'
import { surfaceTarget } from './surface-target.ts'
import type { World } from './world.ts'
import { openNamed } from './worlds/named-worlds.ts'

const HINTS = {
  '*': ['App', 'a', 'Sales', 'entra', 'users'],
  by: ['1m', '40m', '2h', 'never'],
  to: ['2026-01-05T12:00:00Z', '2026-01-04T00:00:00Z'],
  name: ['before', 'after'],
  program: ['entra', 'jumpcloud', 'receiver'],
  deviations: [[]],
}

/** Each takes as long as the story or the directory that it is about, or makes keys. */
const SLOW = ['play-story', 'export-story', 'check-target', 'read-directory', 'roll-signing-key', 'load-company']

const BROWSERS = [
  ['origin', 'http://localhost'],
  ['origin', 'null'],
  ['sec-fetch-site', 'same-origin'],
  ['sec-fetch-site', 'cross-site'],
] as const

function page(draw: Draw): Asked {
  const target = draw.pick([
    '/',
    '/lark/members?open=ana',
    '/assets/a-1.js',
    '/assets/b.js',
    '//',
    '/assets/../../package.json',
  ])
  return { method: draw.pick(['GET', 'GET', 'GET', 'HEAD', 'POST']), target, headers: [['host', 'localhost']] }
}

function events(draw: Draw): Asked {
  const words = draw.pick(['', '?topics=reset,changed', '?after=fuzz-1', '?after=x', '?topics='])
  const last = draw.chance(0.2) ? ([['last-event-id', draw.pick(['fuzz-1', 'x', 'other-9'])]] as const) : []
  return { method: 'GET', target: `/_scimulator/events${words}`, headers: [['host', 'localhost'], ...last] }
}

function requestsOf({ controls = [] }: World): (draw: Draw) => Asked {
  const grammars = controls.map((control) =>
    controlRequests(control, { prefix: `/_scimulator/${control.name}/`, hints: HINTS, without: SLOW }),
  )
  return (draw) => {
    const other = draw.chance(0.5) ? draw.pick([page, page, events]) : undefined
    const asked = other ? disturbedRequest(other(draw), draw) : draw.pick([...grammars, ...grammars.slice(0, 1)])(draw)
    return draw.chance(0.1) ? { ...asked, headers: [...asked.headers, draw.pick(BROWSERS)] } : asked
  }
}

const FILES = ['scimulator/src/cli/up/page-server.ts']

export async function consoleTarget(open = openNamed): Promise<AnyTarget> {
  const world = await open('console')
  const make = requestsOf(world)
  return surfaceTarget(
    { name: 'consoles', files: FILES, make, isError: isControlFailure, keeps: keepsReport, below: /^\/_scimulator\// },
    world,
  )
}
