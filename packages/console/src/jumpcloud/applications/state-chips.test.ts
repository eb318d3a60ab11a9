import { expect, test } from 'vitest'
import { chipsOf } from './state-chips.ts'

const REPORT = {
  passed: true,
  steps: [],
  warnings: [],
  leftBehind: [],
  at: '',
  testUserEmail: '',
  withGroups: false,
  toast: '',
}
const texts = (...given: Parameters<typeof chipsOf>) => chipsOf(...given).map(({ text }) => text)

test('an application without Identity Management says so, and one that was never saved too', () => {
  expect(texts({ identityManagement: false }, undefined)).toEqual(['Identity Management: not chosen'])
  expect(texts({ identityManagement: true }, undefined)).toEqual(['Identity Management: not configured'])
})

test('a test that has passed, failed, or was of other settings is told beside the status of the integration', () => {
  const told = (connector: Parameters<typeof chipsOf>[1]) => texts({ identityManagement: true }, connector)
  expect(told({ active: false, verified: false })).toEqual(['Identity Management: not activated'])
  expect(told({ active: true, verified: true, lastTest: REPORT })).toEqual([
    'Identity Management: active',
    'Connection test: passed',
  ])
  expect(told({ active: true, verified: false, lastTest: { ...REPORT, passed: false } })[1]).toBe(
    'Connection test: failed',
  )
  expect(told({ active: true, verified: false, lastTest: REPORT })[1]).toBe('Connection test: old')
})
