// Who may ask: `Authorization: SSWS <token>` (O901).
import { equalInConstantTime } from '@scimulator/shared/http'
import { hashToken } from '@scimulator/shared/runtime'
import type { Org } from '../plan/org.ts'
import { ApiError } from './api-error.ts'

/** @throws ApiError E0000005 where no token is shown (O940), E0000011 for one that nobody was given (O906) */
export function authenticate(org: Org, authorization: string | undefined): void {
  const shown = /^SSWS +(\S+)$/i.exec(authorization ?? '')?.[1]
  if (shown === undefined && !/^Bearer +\S/i.test(authorization ?? '')) throw new ApiError('E0000005')
  const hash = hashToken(shown ?? '')
  if (!org.all('apiToken').some((token) => equalInConstantTime(hash, token.hash))) throw new ApiError('E0000011')
}
