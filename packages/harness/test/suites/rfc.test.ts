// Endpoints that deviate: each turns the rows red that are about it.
import type { DeviationName } from '@scimulator/receiver'
import { expect, test } from 'vitest'
import { askReceiver, rowsOf } from './suite-subject.ts'

test.each<[DeviationName, string]>([
  ['conflict-answers-500', 'rfc7644-3.3/conflict'],
  ['conflict-without-scim-type', 'rfc7644-3.3/conflict-scim-type'],
  ['duplicates-created', 'rfc7644-3.3/conflict'],
  ['deleted-still-there', 'rfc7644-3.6/get-not-found'],
])('%s turns %s red', async (deviation, row) => {
  const { suites } = await askReceiver(['rfc'], { deviations: [deviation] })
  expect(rowsOf(suites[0], 'fail')).toContain(row)
})
