import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { TestReport } from '../directory/test-report.ts'
import type { Engine } from '../engine.ts'
import { TestReportItem } from './connector.ts'

const NumberedReport = TestReportItem.extend({
  seqs: z.array(z.number()).readonly().describe('Numbers of its exchanges, where a world numbers them'),
})

/** What Test Connection came to, with the cause that the portal hides. */
export function testReportsView({ view }: Engine) {
  return defineView({
    name: 'test-reports',
    describes:
      'The report of the last Test Connection of each application, by display label: its steps T1 to T10, the numbers of its exchanges on the wire, and what it left behind.',
    query: z.strictObject({}),
    item: NumberedReport,
    read: () =>
      [...view.applications.values()].flatMap(({ displayLabel, connector }) =>
        connector?.lastTest ? [{ key: displayLabel, value: numbered(connector.lastTest) }] : [],
      ),
  })
}

function numbered(report: TestReport): z.infer<typeof NumberedReport> {
  return { ...report, seqs: report.steps.flatMap(({ seq }) => seq ?? []) }
}
