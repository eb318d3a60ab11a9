// A service provider that nobody here wrote: what the suites say of it is so, and what they cannot tell they leave open.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runSuites, type SuiteResult } from '../../src/suites/index.ts'
import { describeTarget } from '../../src/target/index.ts'
import { type ScimmyTarget, startScimmyTarget } from '../scimmy-target.ts'
import { rowsOf } from './suite-subject.ts'

let target: ScimmyTarget
let result: SuiteResult

beforeAll(async () => {
  target = await startScimmyTarget()
  const env = { TOKEN: target.token }
  const description = describeTarget({ flags: { target: target.url, tokenEnv: 'TOKEN' }, env })
  if (!description) throw new Error('the target has no description')
  result = await runSuites({ description, env, settle: [], suites: ['entra-gallery', 'okta'] })
}, 60_000)

afterAll(() => target.close())

test('it passes Okta’s test', () => {
  expect(rowsOf(result.suites[1], 'fail')).toEqual([])
})

test('Microsoft’s kit fails at its texts for booleans, its managers and its pages', () => {
  expect(rowsOf(result.suites[0], 'fail').map((id) => id.split('/')[1])).toEqual([
    'Disable_User_Test',
    'User_Update_Manager_Test',
    'Restore_User_Test',
    'SCIM_User_Pagination_Test',
    'SCIM_Update_Manager_Test',
  ])
})

test('nothing of ours is left there', () => {
  expect([result.leftBehind, target.users.size, target.groups.size]).toEqual([[], 0, 0])
})
