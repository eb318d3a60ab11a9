import type { JsonObject } from '@scimulator/shared/scim'
import type { Handler, HandlerRequest } from '../scim/handler-port.ts'
import { idOf, storedResource } from './asking.ts'
import type { Wrap } from './deviation.ts'
import { isFor } from './rewriting.ts'

/** Does something more when a write has made an active user inactive; the client sees the answer to the write. */
export function afterDeactivation(
  act: (next: Handler, request: HandlerRequest, user: JsonObject) => Promise<unknown>,
): Wrap {
  return (next) => async (request) => {
    const isUpdate = request.method === 'PATCH' || request.method === 'PUT'
    if (!isUpdate || !isFor(request, 'Users') || idOf(request) === undefined) return next(request)
    const before = await storedResource(next, request)
    const response = await next(request)
    const after = await storedResource(next, request)
    if (before?.active !== false && after?.active === false) await act(next, request, after)
    return response
  }
}
