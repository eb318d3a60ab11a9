import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { shownConnector } from '../connector/shown-connector.ts'
import type { Engine } from '../engine.ts'

const TestStepItem = z.object({
  step: z.string().describe('T1 to T10, or clean-up'),
  does: z.string(),
  request: z.string(),
  seq: z.number().optional().describe('Number of its exchange on the wire, where a world numbers them'),
  status: z.number().optional(),
  passed: z.boolean(),
  detail: z.string().optional(),
})

export const TestReportItem = z.object({
  passed: z.boolean(),
  at: z.string(),
  testUserEmail: z.string(),
  withGroups: z.boolean(),
  toast: z.string().describe('What the administrator sees'),
  cause: z.string().optional().describe('Why it failed; the toast never says it'),
  steps: z.array(TestStepItem).readonly(),
  warnings: z.array(z.string()).readonly(),
  leftBehind: z.array(z.string()).readonly().describe('Test objects that the target still has'),
})

/** Without the token. */
const ConnectorItem = z.object({
  apiType: z.literal('SCIM API'),
  scimVersion: z.literal('2.0'),
  baseUrl: z.string(),
  testUserEmail: z.string(),
  groupManagement: z.boolean(),
  syncPassword: z.boolean(),
  excludedAttributes: z.array(z.string()).readonly(),
  active: z.boolean(),
  lastTest: TestReportItem.optional(),
  hasToken: z.boolean(),
  verified: z.boolean().describe('A test with these settings has passed'),
})

export function connectorsView({ view }: Engine) {
  return defineView({
    name: 'connector',
    describes: 'The Identity Management tab of each application, by display label, with the report of the last test.',
    query: z.strictObject({}),
    item: ConnectorItem,
    watches: ['application'],
    read: () =>
      [...view.applications.values()].flatMap(({ id, displayLabel }) => {
        const value = shownConnector(view, id)
        return value ? [{ key: displayLabel, value }] : []
      }),
  })
}
