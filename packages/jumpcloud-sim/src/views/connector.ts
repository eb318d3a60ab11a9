import { defineView, type View, type ViewItem } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { OrgView } from '../directory/view.ts'
import type { Engine } from '../engine.ts'

export function connectorsView({ view }: Engine): View {
  return defineView({
    name: 'connector',
    describes: 'The Identity Management tab of each application, by display label, with the report of the last test.',
    query: z.strictObject({}),
    read: () =>
      [...view.applications.values()].flatMap(({ id, displayLabel }): ViewItem[] => {
        const value = connectorView(view, id)
        return value ? [{ key: displayLabel, value }] : []
      }),
  })
}

/** A connector as people may see it: without its token. Undefined when the application has none. */
export function connectorView(view: OrgView, applicationId: string): Readonly<Record<string, unknown>> | undefined {
  const connector = view.applications.get(applicationId)?.connector
  if (!connector) return undefined
  const { token: _token, verified, ...shown } = connector
  return { ...shown, hasToken: true, verified: verified !== undefined }
}
