// The surfaces once more, over real sockets at servers that are processes of their own.
import { adminTarget } from './surfaces/admin.ts'
import { controlTargets } from './surfaces/control.ts'
import { graphTarget } from './surfaces/graph.ts'
import { jumpCloudTarget } from './surfaces/jumpcloud.ts'
import { openNamed } from './surfaces/worlds/named-worlds.ts'
import { type ServedWorld, servedWorld } from './surfaces/worlds/served-world.ts'
import type { AnyTarget } from './target.ts'

export interface OverHttp {
  readonly target: AnyTarget
  readonly server: ServedWorld
}

export async function overHttp(): Promise<readonly OverHttp[]> {
  const servers: ServedWorld[] = []
  const open = async (name: string): Promise<ServedWorld> => {
    const server = await servedWorld(name, await openNamed(name))
    servers.push(server)
    return server
  }
  const targets = [await adminTarget(open), await jumpCloudTarget(open), await graphTarget(open)]
  targets.push(...(await controlTargets(open)))
  return targets.flatMap((target, index) => {
    const server = servers[index]
    return server ? [{ target, server }] : []
  })
}
