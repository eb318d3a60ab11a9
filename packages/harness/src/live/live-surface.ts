// One address for a world: the controls of all its programs and its own, and what happens as a stream of events.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Control, VerbError } from '@scimulator/shared/behaviour'
import {
  browserRefusal,
  createControlServer,
  FAILURE_STATUS,
  failureOf,
  streamEvents,
  writeJson,
} from '@scimulator/shared/http'
import type { Assembly } from './assembly.ts'
import type { OpenedWorld } from './live-world.ts'

const PREFIX = '/_scimulator/'

/** Answers a request below `/_scimulator/`; resolves to false, having written nothing, for any other. */
export function createLiveSurface(world: OpenedWorld) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
    if (!path.startsWith(PREFIX)) return false
    try {
      const refusal = browserRefusal(request)
      if (refusal) throw new VerbError('refused', refusal)
      await route(world, path.slice(PREFIX.length), request, response)
    } catch (error) {
      const failure = failureOf(error)
      writeJson(response, FAILURE_STATUS[failure.code], failure)
    }
    return true
  }
}

async function route(
  world: OpenedWorld,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [name = ''] = path.split('/')
  if (path === 'events' && request.method === 'GET') {
    streamEvents(world.hub, request, response)
    return
  }
  const assembly = world.now()
  const control = name === 'world' ? world.control : settling(world, name)
  if (!control) {
    const names = ['world', ...assembly.programs.keys()].join(', ')
    throw new VerbError('not-found', `There is no /_scimulator/${name}. Below /_scimulator are events, ${names}.`)
  }
  // Told before the answer, so that who has acted and reads on finds it in the stream.
  response.on('prefinish', () => world.noteChanges())
  const aliases = name === control.name ? [] : [name]
  await createControlServer({ control, schedule: assembly.schedule, aliases })(request, response)
}

/** The control of a program; what a verb has set off and is due at once has happened when the verb answers. */
function settling(world: OpenedWorld, name: string): Control | undefined {
  const assembly: Assembly = world.now()
  const control = assembly.program(name)?.control
  if (!control) return undefined
  const verbs = [...control.verbs].map(([verb, known]) => {
    const act = (input: unknown): Promise<unknown> =>
      control.name === 'receiver' && known.changes
        ? assembly.acts.byHand(verb, () => known.run(input))
        : known.run(input)
    const run = async (input: unknown): Promise<unknown> => {
      const result = await act(input)
      await assembly.settle()
      if (known.changes) world.noteChanges(control.name)
      return result
    }
    return [verb, { ...known, run }] as const
  })
  return { ...control, verbs: new Map(verbs) }
}
