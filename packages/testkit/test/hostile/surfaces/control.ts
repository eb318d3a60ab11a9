// The control surfaces of the three programs.
import type { AnyTarget } from '../target.ts'
import { controlRequests } from './control-requests.ts'
import { isControlFailure } from './is-error.ts'
import { surfaceTarget } from './surface-target.ts'
import { openWorld, PROGRAM_WORLDS } from './worlds/program-worlds.ts'

const FILES = ['control-server.ts', 'page-query.ts'].map((file) => `shared/src/http/${file}`)

/** Makes a pair of RSA keys. */
const SLOW = ['roll-signing-key']

export async function controlTargets(open = openWorld): Promise<readonly AnyTarget[]> {
  const entries = Object.entries(PROGRAM_WORLDS)
  return Promise.all(
    entries.map(async ([name, { hints }], index) => {
      const world = await open(name)
      const make = controlRequests(world.control, { prefix: '/_scimulator/', hints, without: SLOW })
      const surface = {
        name: `control (${name})`,
        files: index === 0 ? FILES : [],
        make,
        isError: isControlFailure,
        below: /^\/_scimulator\//,
      }
      return surfaceTarget(surface, world)
    }),
  )
}
