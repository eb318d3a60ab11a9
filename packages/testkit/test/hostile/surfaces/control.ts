// The control surfaces of the programs.
import type { AnyTarget } from '../target.ts'
import { controlRequests } from './control-requests.ts'
import { isControlFailure } from './is-error.ts'
import { keepsReport } from './keeps-report.ts'
import { surfaceTarget } from './surface-target.ts'
import { openWorld, PROGRAM_WORLDS } from './worlds/program-worlds.ts'

const FILES = ['control-server.ts', 'page-query.ts'].map((file) => `shared/src/http/${file}`)

/** Makes a pair of RSA keys. */
const SLOW = ['roll-signing-key']

export async function controlTargets(): Promise<readonly AnyTarget[]> {
  return Promise.all(Object.keys(PROGRAM_WORLDS).map((name) => controlTarget(name)))
}

export async function controlTarget(program: string, open = openWorld): Promise<AnyTarget> {
  const world = await open(program)
  const hints = PROGRAM_WORLDS[program]?.hints ?? {}
  const surface = {
    name: `control (${program})`,
    files: program === 'receiver' ? FILES : [],
    make: controlRequests(world.control, { prefix: '/_scimulator/', hints, without: SLOW }),
    isError: isControlFailure,
    keeps: keepsReport,
    below: /^\/_scimulator\//,
  }
  return surfaceTarget(surface, world)
}
