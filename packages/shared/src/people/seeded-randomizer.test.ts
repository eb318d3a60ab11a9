import { generateMersenne53Randomizer } from '@faker-js/faker'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSeededRandomizer } from './seeded-randomizer.ts'

const word = fc.nat({ max: 2 ** 32 - 1 })
const seed = fc.oneof(word, fc.array(word, { minLength: 1, maxLength: 5 }))

test('its numbers are those of faker’s own generator, for one seed after another and past a whole round of words', () => {
  const [ours, theirs] = [createSeededRandomizer(), generateMersenne53Randomizer()]
  fc.assert(
    fc.property(fc.array(seed, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 700 }), (seeds, count) => {
      for (const one of seeds) {
        ours.seed(one)
        theirs.seed(one)
        const take = ({ next }: { next(): number }) => Array.from({ length: count }, next)
        expect(take(ours)).toEqual(take(theirs))
      }
    }),
  )
})
