// Random histories at our own receiver: where it is right nothing is found, and what it does wrong is found, shrunk and written.
import { describe, expect, test } from 'vitest'
import { sampleOf } from '../../../../scripts/gate/sample.ts'
import { entraSender, explore, scenarioRunner } from '../../src/explore/index.ts'
import { shortest } from '../../src/explore/shortest.ts'

const FILE = 'explored.yaml'

/** A second one takes hundreds of histories to be found, and is one of those that the whole list asks. */
const ALL = ['no-soft-delete', 'member-add-replaces', 'group-rename-not-done']
const DEVIATIONS = sampleOf('deviations that exploring finds', ALL.length, 1).flatMap((at) => ALL[at] ?? [])

async function explored(deviations: readonly string[], histories: number, isOptscim = true) {
  const sender = entraSender({ isOptscim, deviations })
  return explore({ sender, histories, acts: 25, seed: 1, run: await scenarioRunner(FILE) })
}

test.each([true, false])('a right receiver ends where the oracle says (aadOptscim062020: %s)', async (isOptscim) => {
  const { found, reached } = await explored([], 6, isOptscim)
  expect(found?.text).toBeUndefined()
  expect(reached.histories).toBe(6)
  // Otherwise it would have looked at nothing.
  expect(Object.values(reached.acts).filter((times) => times > 0).length).toBeGreaterThan(9)
})

test.each(DEVIATIONS)('%s is found, and its shortest history fails with it and passes without', async (deviation) => {
  const { found } = await explored([deviation], 200)
  expect(found?.acts).toBeLessThanOrEqual(8)
  const text = found?.text ?? ''
  const run = await scenarioRunner(FILE)
  expect(await run(text)).toBe(found?.message)
  expect(text).toContain(`deviations: [ ${deviation} ]`)
  expect(await run(text.replace(/ +deviations: .*\n/, ''))).toBeUndefined()
})

test('the same seed finds the same, to the byte', async () => {
  const [one, other] = [await explored(['no-soft-delete'], 200), await explored(['no-soft-delete'], 200)]
  expect(one.found).toBeDefined()
  expect(other).toEqual(one)
})

describe('shortest', () => {
  test('leaves what is needed, in its order', async () => {
    const acts = Array.from({ length: 40 }, (_, index) => index)
    const isFailing = async (some: readonly number[]) => [3, 17, 31].every((one) => some.includes(one))
    expect(await shortest(acts, isFailing)).toEqual([3, 17, 31])
  })

  test('keeps everything where everything is needed', async () => {
    expect(await shortest([1, 2, 3], async (some) => some.length === 3)).toEqual([1, 2, 3])
  })
})
