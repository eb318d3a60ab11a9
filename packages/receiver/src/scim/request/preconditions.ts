import { matchesEtag, ScimError, weakEtag } from '@scimulator/shared/scim'
import type { DirectoryRecord } from '../../directory/record.ts'
import type { Call } from './call.ts'

/** If-Match and If-None-Match before a write (RFC 7644 §3.14). @throws ScimError 412 */
export function checkPreconditions(call: Pick<Call, 'header'>, record: DirectoryRecord): void {
  const etag = weakEtag(record.version)
  const ifMatch = call.header('if-match')
  const ifNoneMatch = call.header('if-none-match')
  const stale = ifMatch !== undefined && !matchesEtag(ifMatch, etag)
  const refused = ifNoneMatch !== undefined && matchesEtag(ifNoneMatch, etag)
  if (stale || refused) {
    throw new ScimError('preconditionFailed', `The resource has changed on the server: its version is ${etag}.`)
  }
}

/** Whether a GET is answered by 304: the client has this version. @throws ScimError 412 when If-Match names another one. */
export function isNotModified(call: Pick<Call, 'header'>, record: DirectoryRecord): boolean {
  const etag = weakEtag(record.version)
  const ifMatch = call.header('if-match')
  if (ifMatch !== undefined && !matchesEtag(ifMatch, etag)) throw new ScimError('preconditionFailed')
  const ifNoneMatch = call.header('if-none-match')
  return ifNoneMatch !== undefined && matchesEtag(ifNoneMatch, etag)
}
