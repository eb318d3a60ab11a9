import type { World } from '../world.ts'
import { consoleWorld } from './console-world.ts'
import { openWorld } from './program-worlds.ts'
import { scimWorld } from './scim-world.ts'

/** `console`, the SCIM of a profile, or a program. */
export function openNamed(name: string): Promise<World> {
  switch (name) {
    case 'console':
      return consoleWorld()
    case 'rfc':
    case 'lark':
      return scimWorld(name)
    default:
      return openWorld(name)
  }
}
