import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TokenDesk } from './control/token-desk.ts'
import { larkControls, plainControls, type ReceiverControls } from './control.ts'
import type { DeviationBoard } from './deviations/deviation-board.ts'
import type { Desk } from './lark/acts/desk.ts'
import { SourceDrafts } from './lark/acts/source-drafts.ts'
import { createAdminApi } from './lark/api/admin-api.ts'
import type { SignIn } from './lark/api/sign-in.ts'
import { isLarkProfile } from './lark/decide/lark-profile.ts'

export type SurfaceParts = Pick<Desk, 'ledger' | 'publicUrl'> & {
  readonly deviations: DeviationBoard
  readonly reset: () => void
  readonly signIn: SignIn
  /** Whether clients can fetch access tokens at /oauth/token. */
  readonly hasTokenEndpoint: boolean
  readonly tokens: TokenDesk
  readonly onFault: (fault: unknown) => void
}

export interface ConsoleSurfaces {
  readonly controls: ReceiverControls
  /** Answers below `/admin/v1`; resolves to false for any other path, and always where there are no administrators. */
  readonly adminApi: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>
}

/** What people and scenarios steer a receiver with. A plain SCIM store has no administrators and no admin API. */
export function consoleSurfaces(parts: SurfaceParts): ConsoleSurfaces {
  const { ledger, publicUrl, reset, signIn, onFault } = parts
  const { profile } = ledger
  if (!isLarkProfile(profile)) return { controls: plainControls(parts, reset), adminApi: async () => false }
  const drafts = new SourceDrafts()
  const desk: Desk = { ledger, profile, publicUrl, drafts }
  const controls = larkControls(desk, parts, () => {
    drafts.clear()
    reset()
  })
  return { controls, adminApi: createAdminApi({ desk, control: controls.whole, signIn, onFault }) }
}
