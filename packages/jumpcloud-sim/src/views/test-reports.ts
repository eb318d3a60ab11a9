import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { TestReportItem } from './connector.ts'

/** What Test Connection came to, with the cause that the portal hides. */
export function testReportsView({ view }: Engine) {
  return defineView({
    name: 'test-reports',
    describes:
      'The report of the last Test Connection of each application, by display label: its steps T1 to T10, and what it left behind.',
    query: z.strictObject({}),
    item: TestReportItem,
    read: () =>
      [...view.applications.values()].flatMap(({ displayLabel, connector }) =>
        connector?.lastTest ? [{ key: displayLabel, value: connector.lastTest }] : [],
      ),
  })
}
