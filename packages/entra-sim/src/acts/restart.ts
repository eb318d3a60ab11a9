import type { EntraSwitches } from '../behaviour.ts'

/** Tokens of Graph's synchronizationJobRestartCriteria.resetScope. */
export const RESET_SCOPES = [
  'None',
  'ConnectorDataStore',
  'Escrows',
  'Watermark',
  'QuarantineState',
  'Full',
  'ForceDeletes',
] as const

type ResetScope = (typeof RESET_SCOPES)[number]

/** What a restart does away with. */
export interface ResetPlan {
  readonly watermark: boolean
  readonly escrows: boolean
  readonly quarantine: boolean
  readonly links: boolean
  /** The removals staged so far are carried out by the next cycle. */
  readonly forceDeletes: boolean
}

type PortalRestart = Pick<EntraSwitches, 'portalRestartKeepsLinks'>

/**
 * Reads `resetScope`, a list of tokens parted by commas. An empty one is what the portal's Restart button sends.
 * @returns the unknown token as a text when there is one
 */
export function readResetScope(text: string | undefined, switches: PortalRestart): ResetPlan | string {
  const tokens = (text ?? '').split(',').map((token) => token.trim())
  const given = tokens.filter((token) => token !== '')
  const unknown = given.find((token) => !resetScopeOf(token))
  if (unknown !== undefined) return unknown
  return given.length === 0
    ? portalRestart(switches)
    : planOf(new Set(given.flatMap((token) => resetScopeOf(token) ?? [])))
}

/** Graph reads the names of enumerations without regard to case. */
function resetScopeOf(token: string): ResetScope | undefined {
  return RESET_SCOPES.find((known) => known.toLowerCase() === token.toLowerCase())
}

function portalRestart({ portalRestartKeepsLinks: keepsLinks }: PortalRestart): ResetPlan {
  return { watermark: true, escrows: true, quarantine: true, links: !keepsLinks, forceDeletes: false }
}

function planOf(tokens: ReadonlySet<ResetScope>): ResetPlan {
  const isFull = tokens.has('Full')
  return {
    watermark: isFull || tokens.has('Watermark'),
    escrows: isFull || tokens.has('Escrows'),
    quarantine: isFull || tokens.has('QuarantineState'),
    links: isFull || tokens.has('ConnectorDataStore'),
    forceDeletes: tokens.has('ForceDeletes'),
  }
}
