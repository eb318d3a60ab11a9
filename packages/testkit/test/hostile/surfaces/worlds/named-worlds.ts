import type { World } from '../world.ts'
import { consoleWorld } from './console-world.ts'
import { openWorld } from './program-worlds.ts'

/** `console`, or a program. */
export function openNamed(name: string): Promise<World> {
  return name === 'console' ? consoleWorld() : openWorld(name)
}
