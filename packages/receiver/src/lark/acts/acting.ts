import { VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { DEFAULT_ORGANISATION } from '../../directory/organisation.ts'
import type { Administrator, Permission } from '../values/administrator.ts'
import { permissionRefusal } from '../values/permission.ts'
import type { Desk } from './desk.ts'

/** Who acts, and where. Part of the input of every act. */
export const Acting = z.strictObject({
  as: z.string().optional().describe('Administrator who acts, by email address, name or id; default the primary one'),
  organisation: z.string().default(DEFAULT_ORGANISATION).describe('Organisation that it happens in'),
})
export type Acting = z.infer<typeof Acting>

/** The acting administrator, if permitted. @throws VerbError not-found, refused */
export function actor(desk: Desk, { as, organisation }: Acting, permission?: Permission): Administrator {
  const administrator = findAdministrator(desk, organisation, as)
  const refusal = permission && permissionRefusal(administrator, permission, desk.profile.options.rulesOff)
  if (refusal !== undefined) throw new VerbError('refused', refusal)
  return administrator
}

/** @throws VerbError not-found */
export function findAdministrator(desk: Desk, organisation: string, wanted: string | undefined): Administrator {
  const administrators = desk.profile.state.administrators(organisation)
  const folded = wanted?.toLowerCase()
  const found = administrators.find(({ id, email, name, primary }) =>
    folded === undefined ? primary : [id, email, name].some((text) => text.toLowerCase() === folded),
  )
  if (found) return found
  const known = administrators.map(({ email }) => email).join(', ')
  throw new VerbError('not-found', `There is no administrator "${wanted}" in ${organisation}. Known: ${known}.`)
}
