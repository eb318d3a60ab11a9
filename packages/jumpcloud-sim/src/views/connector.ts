import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { shownConnector } from '../connector/shown-connector.ts'
import type { Engine } from '../engine.ts'

const TestStepItem = z.object({
  step: z.string().describe('T1 to T10, or clean-up'),
  does: z.string().describe('What the request is for, such as create the test user'),
  request: z.string().describe('Method and URL of the request'),
  seq: z.number().optional().describe('Number of its exchange on the wire, where a world numbers them'),
  status: z.number().optional().describe('HTTP status of the answer; absent if none came'),
  passed: z.boolean().describe('The answer was accepted, or tolerated where the test user could not be deleted'),
  detail: z.string().optional().describe('Why the step failed, or what was odd about one that passed'),
})

export const TestReportItem = z.object({
  passed: z.boolean().describe('The test as a whole passed'),
  at: z.string().describe('When the test began, such as 2026-01-05T08:00:00.000Z'),
  testUserEmail: z.string().describe('Email address of the test user'),
  withGroups: z.boolean().describe('Groups were to be tested as well: steps T5 to T8'),
  toast: z.string().describe('What the administrator sees'),
  cause: z.string().optional().describe('Why it failed; the toast never says it'),
  steps: z.array(TestStepItem).readonly().describe('Its requests in order, those of the clean-up last'),
  warnings: z.array(z.string()).readonly().describe('What was odd and yet did not fail the test, in sentences'),
  leftBehind: z.array(z.string()).readonly().describe('Test objects that the target still has'),
})

/** Without the token. */
const ConnectorItem = z.object({
  apiType: z.literal('SCIM API').describe('API Type, the only one that exports users'),
  scimVersion: z.literal('2.0').describe('SCIM Version, the only one that is simulated'),
  baseUrl: z.string().describe('Base URL of the service provider, as typed; /Users and /Groups are put behind it'),
  testUserEmail: z.string().describe('Test User Email, which Test Connection gives to its test user'),
  groupManagement: z.boolean().describe('Enable management of User Groups and Group Membership'),
  syncPassword: z.boolean().describe('New passwords are sent to the target'),
  excludedAttributes: z.array(z.string()).readonly().describe('Optional SCIM attributes that are not exported'),
  active: z.boolean().describe('The integration is active, so that changes are pushed'),
  lastTest: TestReportItem.optional().describe('Report of the last test; absent before the first'),
  hasToken: z.boolean().describe('A Token Key is saved; the key itself is never shown'),
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
