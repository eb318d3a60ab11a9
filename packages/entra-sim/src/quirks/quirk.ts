import type { Grade, Quirk } from '@scimulator/shared/behaviour'

export const SCIMDEV = 'Microsoft: Develop a SCIM endpoint'
export const COMPAT = 'Microsoft: Known issues with SCIM 2.0 protocol compliance of the provisioning service'
export const KNOWN = 'Microsoft: Known issues for provisioning'
const ENTRA = 'scenarios/entra'

export function quirk(
  number: number,
  title: string,
  [grade, source]: readonly [Grade, string],
  hurts: string,
  scenario: string,
  changedBy?: string,
): Quirk {
  const id = `EN-${String(number).padStart(2, '0')}`
  const shows = `${ENTRA}/${scenario}.yaml`
  return { id, title, grade, source, hurts, shows, ...(changedBy !== undefined && { switch: changedBy }) }
}

export const observed = (source: string) => ['observed', source] as const
export const observedOnce = (source: string) => ['observed once', source] as const
export const documented = (source: string) => ['documented', source] as const
