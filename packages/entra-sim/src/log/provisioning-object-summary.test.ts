// An entry says what went wrong only where something did: errorInformation is null for every status but failure (rknightion/graph2otel,
// record of 2026-07-17).
import { expect, test } from 'vitest'
import { EntraState } from '../state/state.ts'
import { renderSummary } from './provisioning-object-summary.ts'
import type { ProvisioningRecord } from './provisioning-record.ts'

const record: ProvisioningRecord = {
  ...{ at: 0, jobId: 'job', cycleId: 'cycle', changeId: 'change', activity: 'cycle', durationMs: 5 },
  ...{ action: 'other', status: 'skipped', objectType: 'User', sourceId: 'ana', sourceName: 'ana@contoso.example' },
  ...{ targetId: null, targetName: null, importedAs: 'Update', scope: null, matches: [], modified: [] },
  ...{ skipReason: null, error: null, isReference: false },
}
const error = { code: 'Conflict', reason: 'exists' }

test.each<[what: string, of: Partial<ProvisioningRecord>, code: string | null]>([
  ['a skip for want of an assignment', { skipReason: 'NotEffectivelyEntitled' }, null],
  ['a skip because nothing differs', { skipReason: 'RedundantExport' }, null],
  ['a skip by a scoping filter', { skipReason: 'OutOfScope' }, null],
  ['a skip of a group', { objectType: 'Group', skipReason: 'GroupsNotEnabled' }, null],
  ['a skip on demand', { activity: 'provisionOnDemand', skipReason: 'ImportSkipped' }, null],
  ['a removal that is held back', { action: 'stageddelete', skipReason: 'AccidentalDeletionsPrevented' }, null],
  ['a skip that kept the error of an earlier try', { skipReason: 'RedundantExport', error }, null],
  ['a success', { status: 'success', action: 'create' }, null],
  ['a success after an error', { status: 'success', action: 'update', error }, null],
  ['a warning', { status: 'warning', error }, null],
  ['a failure', { status: 'failure', action: 'create', error }, 'Conflict'],
  ['a failure of a group', { status: 'failure', action: 'update', objectType: 'Group', error }, 'Conflict'],
  ['a failure that nobody can name', { status: 'failure' }, null],
])('%s', (_what, of, code) => {
  for (const names of ['2026', '2020'] as const) {
    const { errorInformation } = renderSummary({ ...record, ...of }, new EntraState(), names).provisioningStatusInfo
    expect(errorInformation?.errorCode ?? null).toBe(code)
  }
})
