// When an issuer is asked for its keys. Whoever sends a token chooses its `kid`; that must not decide how often we fetch.
import { expect, test } from 'vitest'
import { createKeyFinder, type IssuerKeys, REFETCH_MS } from './issuer-keys.ts'

const START = 1_000_000

function open(...answers: readonly (readonly string[] | undefined)[]) {
  let fetches = 0
  const findKeys = createKeyFinder(async (): Promise<IssuerKeys | undefined> => {
    const kids = answers[Math.min(fetches, answers.length - 1)]
    fetches += 1
    return kids && { issuer: 'i', keys: kids.map((kid) => ({ kid })) }
  })
  const kids = async (kid: unknown, now: number) => (await findKeys(kid, now))?.keys.map((key) => key.kid)
  return { kids, fetches: () => fetches }
}

test.each<[what: string, answers: (readonly string[] | undefined)[], asked: [string, number][], fetches: number]>([
  [
    'a key that is known is fetched once',
    [['one']],
    [
      ['one', 0],
      ['one', 0],
      ['one', REFETCH_MS],
    ],
    1,
  ],
  [
    'tokens with keys that nobody knows ask once more, and no oftener',
    [['one']],
    [
      ['a', 0],
      ['b', 0],
      ['c', 1],
      ['d', 59_999],
    ],
    2,
  ],
  [
    'after a minute once more',
    [['one']],
    [
      ['one', 0],
      ['a', 0],
      ['b', REFETCH_MS],
      ['c', REFETCH_MS + 1],
    ],
    3,
  ],
  [
    'a known key costs nothing meanwhile',
    [['one']],
    [
      ['one', 0],
      ['a', 0],
      ['one', 1],
    ],
    2,
  ],
  [
    'an issuer that cannot be reached is left alone for a minute',
    [undefined],
    [
      ['a', 0],
      ['b', 1],
      ['c', REFETCH_MS],
    ],
    2,
  ],
])('%s', async (_what, answers, asked, fetches) => {
  const finder = open(...answers)
  for (const [kid, after] of asked) await finder.kids(kid, START + after)
  expect(finder.fetches()).toBe(fetches)
})

test('a new key is found at once where nobody has asked in vain, and what was known survives an outage', async () => {
  const { kids } = open(['one'], ['one', 'two'], undefined)
  expect(await kids('one', START)).toEqual(['one'])
  expect(await kids('two', START)).toEqual(['one', 'two'])
  expect(await kids('three', START + REFETCH_MS)).toEqual(['one', 'two'])
})

test('tokens that come at the same time share one fetch', async () => {
  const { kids, fetches } = open(['one'])
  await Promise.all(['one', 'a', 'b'].map((kid) => kids(kid, START)))
  expect(fetches()).toBe(1)
})
