import { VerbError } from '@scimulator/shared/behaviour'
import type { Administrator } from '../values/administrator.ts'
import type { Desk } from './desk.ts'

/** Lark A02: only primary administrators make, change and remove administrators. @throws VerbError refused */
export function checkPrimary(acting: Administrator, what: string): void {
  if (!acting.primary) throw new VerbError('refused', `${acting.email} is no primary administrator and cannot ${what}.`)
}

/** @throws VerbError conflict when another administrator has the address */
export function checkAddress(desk: Desk, organisation: string, email: string, self: string | null = null): void {
  const known = desk.profile.state.administrators(organisation)
  if (known.some((one) => one.id !== self && one.email.toLowerCase() === email.toLowerCase())) {
    throw new VerbError('conflict', `email: there is an administrator "${email}" already.`)
  }
}

/** An organisation is never without a primary administrator. @throws VerbError refused */
export function checkNotLastPrimary(desk: Desk, { id, organisation, email, primary }: Administrator): void {
  const others = desk.profile.state.administrators(organisation).filter((one) => one.primary && one.id !== id)
  if (primary && others.length === 0) {
    throw new VerbError('refused', `${email} is the last primary administrator. Make somebody else one first.`)
  }
}
