// What `npm run bench -- --against REV` says of two commits.
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { compare, verdictOf } from '../../../bench/against/compare.ts'
import { tableOf } from '../../../bench/against/table.ts'
import { openWorktree } from '../../../bench/against/worktree.ts'
import type { Measurement } from '../../../bench/measure.ts'

function row(name: string, rate: number, cpuMicros?: number, baselineRate = 1): Measurement {
  const one = { name, rate, baseline: 'other', target: '', baselineRate, ratio: rate / baselineRate, p99Micros: 1 }
  return cpuMicros === undefined ? one : { ...one, cpuMicros }
}

test('medians of the runs are compared, and the wider spread of both is the noise', () => {
  const before = [[row('a', 100)], [row('a', 90)], [row('a', 105)]]
  const after = [[row('a', 121)], [row('a', 119)], [row('a', 120)]]
  const { differences } = compare(before, after)
  expect(differences).toHaveLength(1)
  expect(differences[0]).toMatchObject({ before: 100, after: 120, alone: { noise: 0.15 } })
  expect(differences[0]?.alone.change).toBeCloseTo(0.2)
  expect(differences.map(verdictOf)).toEqual(['faster'])
})

test('a difference that is no more than the noise is called so, in both directions', () => {
  const runs = (...rates: readonly number[]) => rates.map((rate) => [row('a', rate)])
  const { differences: slower } = compare(runs(100, 110, 90), runs(92, 95, 97))
  const { differences: faster } = compare(runs(100, 101, 102), runs(103, 110, 120))
  expect([...slower, ...faster].map(verdictOf)).toEqual([undefined, undefined])
  expect(tableOf(compare(runs(100, 100, 100), runs(50, 50, 50)))[1]).toMatch(
    /^a +100\/s +50\.00\/s +-50\.0 % ±0\.0 % +-50\.0 % ±0\.0 % +slower$/,
  )
})

test('a machine that slows down for a while strikes the baseline as well, and decides nothing', () => {
  const before = [[row('a', 100, undefined, 10)], [row('a', 50, undefined, 5)], [row('a', 200, undefined, 20)]]
  const after = [[row('a', 40, undefined, 5)], [row('a', 160, undefined, 20)], [row('a', 80, undefined, 10)]]
  const [one] = compare(before, after).differences
  expect(one).toMatchObject({ alone: { noise: 1.5 }, besideBaseline: { noise: 0 } })
  expect(one && verdictOf(one)).toBe('slower')
})

test('a row that only one commit has is named, and compared with nothing', () => {
  const comparison = compare([[row('a', 1), row('gone', 1)]], [[row('a', 1), row('new', 1)]])
  expect(comparison).toMatchObject({ onlyBefore: ['gone'], onlyAfter: ['new'] })
  expect(comparison.differences.map(({ name }) => name)).toEqual(['a'])
  expect(tableOf(comparison).slice(2)).toEqual(['only before: gone', 'only now: new'])
})

test('CPU is told where both sides have it', () => {
  const told = tableOf(compare([[row('a', 1, 300)]], [[row('a', 1, 200)]]))
  expect(told[1]).toContain('cpu 300 us, now 200 us')
  expect(tableOf(compare([[row('a', 1, 300)]], [[row('a', 1)]]))[1]).not.toContain('cpu')
})

test('a commit that there is not is named, and leaves no folder', () => {
  const root = fileURLToPath(new URL('../../../', import.meta.url))
  expect(() => openWorktree(root, 'no-such-commit')).toThrow('There is no commit "no-such-commit".')
})
