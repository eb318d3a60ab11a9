// The gravest of all faults: a request about one reaches others. Each is named, nothing else is blamed, and nothing else is asked.
import { expect, test } from 'vitest'
import { after, all, before, reaching } from './reaching.ts'
import { testWrapped, type Variant } from './wrapped.ts'

test.each<[string, Variant, string]>([
  ['a PATCH of a person is done to all', reaching('PATCH', 'Users', all), 'others/patch'],
  ['a PATCH of a person is done to the one before, too', reaching('PATCH', 'Users', before), 'others/patch'],
  ['a PATCH of a person is done to the next, too', reaching('PATCH', 'Users', after), 'others/patch'],
  ['a DELETE of a person removes all', reaching('DELETE', 'Users', all), 'others/delete'],
  ['a DELETE of a person removes the next, too', reaching('DELETE', 'Users', after), 'others/delete'],
  ['a PATCH of a group is done to all', reaching('PATCH', 'Groups', all), 'others/group-patch'],
  ['a DELETE of a group removes the one before, too', reaching('DELETE', 'Groups', before), 'others/group-delete'],
])(
  '%s',
  async (_what, variant, check) => {
    const { findings, unexplained, notJudged, leftBehind, requests } = await testWrapped(variant)
    expect(findings.map(({ id }) => id)).toEqual(['changes-others'])
    expect({ unexplained, leftBehind }).toEqual({ unexplained: [], leftBehind: [] })
    expect(findings[0]?.detail).toMatch(
      /(changes|removes|renames) another (person|group)|adds members to another group/,
    )
    expect(findings[0]?.exchange?.request.method).toBe(check.includes('delete') ? 'DELETE' : 'PATCH')
    expect(notJudged).toContainEqual({ question: 'delete/gone', because: 'changes-others' })
    expect(requests).toBeLessThan(250)
  },
  30_000,
)
