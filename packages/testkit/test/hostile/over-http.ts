// The surfaces once more, over real sockets at servers that are processes of their own. Each is opened when it is asked for.
import { adminTarget } from './surfaces/admin.ts'
import { consoleTarget } from './surfaces/console.ts'
import { controlTarget } from './surfaces/control.ts'
import { graphTarget } from './surfaces/graph.ts'
import { jumpCloudTarget } from './surfaces/jumpcloud.ts'
import { oktaTarget } from './surfaces/okta.ts'
import { scimServerTarget } from './surfaces/scim.ts'
import { servedWorld } from './surfaces/worlds/served-world.ts'
import type { AnyTarget } from './target.ts'

export interface HttpTarget {
  /** Of the inputs of a run. */
  readonly share: number
  open(): Promise<AnyTarget>
}

export const HTTP_TARGETS: Readonly<Record<string, HttpTarget>> = {
  'scim-rfc': { share: 3, open: () => scimServerTarget('rfc', servedWorld) },
  'scim-lark': { share: 3, open: () => scimServerTarget('lark', servedWorld) },
  admin: { share: 2, open: () => adminTarget(servedWorld) },
  graph: { share: 2, open: () => graphTarget(servedWorld) },
  jumpcloud: { share: 2, open: () => jumpCloudTarget(servedWorld) },
  okta: { share: 2, open: () => oktaTarget(servedWorld) },
  console: { share: 2, open: () => consoleTarget(servedWorld) },
  'control-receiver': { share: 1, open: () => controlTarget('receiver', servedWorld) },
  'control-entra': { share: 1, open: () => controlTarget('entra', servedWorld) },
  'control-jumpcloud': { share: 1, open: () => controlTarget('jumpcloud', servedWorld) },
  'control-okta': { share: 1, open: () => controlTarget('okta', servedWorld) },
}

/** Processes side by side: one that waits for its server leaves the machine to the others. */
const SIDE_BY_SIDE = 3

export const HTTP_GROUPS: readonly (readonly string[])[] = Array.from({ length: SIDE_BY_SIDE }, (_, group) =>
  Object.keys(HTTP_TARGETS).filter((_, index) => index % SIDE_BY_SIDE === group),
)

export function httpShareOf(names: readonly string[]): number {
  return names.reduce((sum, name) => sum + (HTTP_TARGETS[name]?.share ?? 0), 0)
}
