import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { exportAttributes } from '../push/export-attributes.ts'
import { findApplication } from '../state/find.ts'

const ExportAttributeItem = z.object({
  target: z.string().describe('SCIM attribute; of the enterprise extension without its URN'),
  source: z.string().describe('Field of the user'),
  required: z.boolean().describe('Always sent; it cannot be left out'),
  exported: z.boolean().describe('Sent to the target; false if an administrator left it out'),
})

/** Source: Improved applications experience: the list of what is exported; optional ones can be left out. */
export function exportAttributesView({ view }: Engine) {
  return defineView({
    name: 'export-attributes',
    describes: 'Export Attribute Mapping of an application: what is sent of a user, and what of it can be left out.',
    query: z.strictObject({
      application: z.string().optional().describe('Display label or id; may be left out where there is one'),
    }),
    item: ExportAttributeItem,
    read({ application }) {
      const { connector } = findApplication(view, application)
      return exportAttributes(connector?.excludedAttributes ?? []).map((value) => ({ key: value.target, value }))
    },
  })
}
