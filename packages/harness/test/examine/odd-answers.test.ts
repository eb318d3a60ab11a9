// What no framework answers is an outcome like any other: the test and the suites come to their end, and say something.
import { expect, test } from 'vitest'
import { sampleOf } from '../../../../scripts/gate/sample.ts'
import { SUITE_NAMES } from '../../src/suites/index.ts'
import { askReceiver } from '../suites/suite-subject.ts'
import { ODD_ANSWERS, type OddAnswer } from './odd-answers.ts'
import { testWrapped } from './wrapped.ts'

/** Each of them; the values that `String` cannot read come first. */
const HARDEST = ODD_ANSWERS.filter(({ title }) => title.includes('toString'))

function some(of: string, all: readonly OddAnswer[], count: number): readonly (readonly [string, OddAnswer])[] {
  return sampleOf(of, all.length, count).flatMap((index) => {
    const one = all[index]
    return one ? [[one.title, one] as const] : []
  })
}

test.each([...some('odd answers', ODD_ANSWERS, 4), ...some('odd answers without a text', HARDEST, 4)])(
  'where %s, test has a result',
  async (_title, { handler }) => {
    const { verdicts, requests } = await testWrapped(handler)
    expect(Object.keys(verdicts).length).toBeGreaterThan(3)
    expect(requests).toBeGreaterThan(3)
  },
)

test.each(some('odd answers to suites', HARDEST, 3))('where %s, every suite has rows', async (_title, { handler }) => {
  const { suites } = await askReceiver(SUITE_NAMES, { changed: handler })
  expect(suites.map(({ rows }) => rows.length > 20)).toEqual(SUITE_NAMES.map(() => true))
})
