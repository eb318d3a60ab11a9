import type { IncomingMessage, ServerResponse } from 'node:http'
import { byName, type Control } from '@scimulator/shared/behaviour'
import { larkControl } from '../control.ts'
import { isLarkProfile } from '../profile/lark/lark-profile.ts'
import { addPlainSource } from '../verbs/add-plain-source.ts'
import { setDeviations } from '../verbs/set-deviations.ts'
import { createAdminApi } from './api/admin-api.ts'
import type { SignIn } from './api/sign-in.ts'
import type { Desk } from './desk.ts'

export type SurfaceParts = Pick<Desk, 'ledger' | 'publicUrl' | 'deviations'> & {
  readonly reset: () => void
  readonly signIn: SignIn
  readonly onFault: (fault: unknown) => void
}

export interface ConsoleSurfaces {
  readonly control: Control
  /** Answers below `/admin/v1`; resolves to false for any other path, and always where there are no administrators. */
  readonly adminApi: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>
}

/** What people and scenarios steer a receiver with. A plain SCIM store has no administrators: two verbs, no views, no admin API. */
export function consoleSurfaces(parts: SurfaceParts): ConsoleSurfaces {
  const { ledger, publicUrl, deviations, reset, signIn, onFault } = parts
  const { profile } = ledger
  if (!isLarkProfile(profile)) return { control: plainControl(parts), adminApi: async () => false }
  const desk: Desk = { ledger, profile, publicUrl, deviations }
  const control = larkControl(desk, reset)
  return { control, adminApi: createAdminApi({ desk, control, signIn, onFault }) }
}

function plainControl({ ledger, publicUrl, deviations, reset }: SurfaceParts): Control {
  return {
    name: 'lark',
    verbs: byName([addPlainSource(ledger, publicUrl), setDeviations({ deviations })]),
    views: byName([]),
    async idle() {},
    snapshot: ledger.snapshot,
    restore: ledger.restore,
    reset,
  }
}
