import { isoTime } from '@scimulator/shared/runtime'
import { quoteForDetail, ScimError } from '@scimulator/shared/scim'
import type { Credentials } from '../../profile/profile.ts'
import type { LarkView } from '../state/lark-state.ts'
import type { SyncSource } from '../values/sync-source.ts'
import type { LarkOptions } from './circumstances.ts'
import { type Failure, TOKEN_EXPIRED } from './failure-notification.ts'

//  the token is …          | answer | administrators are told
//  ------------------------+--------+--------------------------------------------
//  unknown                 | 401    | nobody, as nobody knows which source it is
//  refreshed (A03)         | 401    | as the source says
//  expired (A04)           | 401    | all who may configure the sync (A09)
//  of an inactive source   | 403    | as the source says (A15)
//  valid                   | go on  |

export type Admission =
  | { readonly kind: 'admitted'; readonly source: SyncSource }
  | { readonly kind: 'unknown'; readonly error: ScimError }
  | { readonly kind: 'kept-out'; readonly source: SyncSource; readonly failure: Failure; readonly error: ScimError }

/** Authenticates a token. The answer never reveals whether a token has expired or never existed. */
export function admit(credentials: Credentials, lark: LarkView, now: number, options: LarkOptions): Admission {
  const source = lark.sourceByToken(credentials.tokenHash)
  if (!source || isElsewhere(source, credentials))
    return { kind: 'unknown', error: new ScimError('unauthorized', NO_TOKEN) }
  const { rulesOff } = options
  if (source.token.hash !== credentials.tokenHash && !rulesOff.has('A03')) return refreshed(source)
  if (now >= source.token.expiresAt && !rulesOff.has('A04')) return expired(source)
  if (source.status === 'inactive' && !rulesOff.has('A15')) return inactive(source)
  return { kind: 'admitted', source }
}

const NO_TOKEN = 'The token is not valid. Copy the token of the sync source from the Lark Admin Console.'

/** Organisations are isolated from each other: a token is good under its own organisation's URL only (A17). */
function isElsewhere(source: SyncSource, { organisation }: Credentials): boolean {
  return organisation !== undefined && organisation !== source.organisation
}

function refreshed(source: SyncSource): Admission {
  const reason = 'A request came with a token that was refreshed since. Give the new token to the identity provider.'
  return keptOut(source, { cause: 'token refreshed', reason }, new ScimError('unauthorized', NO_TOKEN))
}

function expired(source: SyncSource): Admission {
  const reason = `The token expired at ${isoTime(source.token.expiresAt)}. Refresh it and give the new one to the identity provider.`
  return keptOut(source, { cause: TOKEN_EXPIRED, reason }, new ScimError('unauthorized', NO_TOKEN))
}

function inactive(source: SyncSource): Admission {
  const reason = `The sync source ${quoteForDetail(source.name)} is inactive. Activate it in the Lark Admin Console.`
  return keptOut(source, { cause: 'source inactive', reason }, new ScimError('forbidden', reason))
}

function keptOut(source: SyncSource, failure: Failure, error: ScimError): Admission {
  return { kind: 'kept-out', source, failure, error }
}
