import { type Connector, isVerified } from '../directory/application.ts'
import type { OrgView } from '../state/view.ts'

export interface ShownConnector extends Omit<Connector, 'token' | 'verified'> {
  readonly hasToken: true
  /** Whether a test with these settings has passed. */
  readonly verified: boolean
}

/** A connector as people may see it: without its token. Undefined when the application has none. */
export function shownConnector(view: OrgView, applicationId: string): ShownConnector | undefined {
  const connector = view.applications.get(applicationId)?.connector
  if (!connector) return undefined
  const { token: _token, verified: _verified, ...shown } = connector
  return { ...shown, hasToken: true, verified: isVerified(connector) }
}
