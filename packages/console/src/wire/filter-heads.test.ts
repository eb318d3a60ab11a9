import { expect, test } from 'vitest'
import { EVERYTHING, filterHeads } from './filter-heads.ts'
import { sampleHead } from './sample-head.ts'

const heads = [200, 404, 409, 201].map((status, index) =>
  sampleHead({
    seq: index + 1,
    method: index === 3 ? 'POST' : 'GET',
    path: `/Users/${index}`,
    status,
    sender: index === 2 ? 'jumpcloud' : 'entra',
    purpose: index === 3 ? 'create' : 'read',
    name: index === 0 ? 'Åsa Öberg' : null,
    objectId: `u${index}`,
    marks: index === 1 ? ['active-is-text'] : [],
    effects:
      index === 3
        ? [
            {
              source: 'own' as const,
              object: 'member',
              objectId: 'u3',
              name: 'x',
              action: 'created',
              reason: null,
              attributes: [],
            },
          ]
        : [],
  }),
)

test.each([
  [{}, [1, 2, 3, 4]],
  [{ errorsOnly: true }, [2, 3]],
  [{ at: 2 }, [1, 2]],
  [{ q: 'öberg' }, [1]],
  [{ q: 'post' }, [4]],
  [{ q: '/users/2' }, [3]],
  [{ q: '404', at: 1 }, []],
  [{ sender: 'jumpcloud' }, [3]],
  [{ purpose: 'create' }, [4]],
  [{ method: 'POST' }, [4]],
  [{ status: '4xx' }, [2, 3]],
  [{ status: '5xx' }, []],
  [{ status: '2xx', method: 'GET' }, [1]],
  [{ effect: 'created' }, [4]],
  [{ effect: 'any' }, [4]],
  [{ mark: 'active-is-text' }, [2]],
  [{ from: 2, to: 3 }, [2, 3]],
] as const)('%j shows %j', (filter, seqs) => {
  expect(filterHeads(heads, { ...EVERYTHING, ...filter }).map(({ seq }) => seq)).toEqual(seqs)
})

test('of a text that stands in a body the server knows', () => {
  const shown = filterHeads(heads, { ...EVERYTHING, q: 'öberg', inBodies: true }, new Set([3]))
  expect(shown.map(({ seq }) => seq)).toEqual([1, 3])
})

test('no filter hands out the same list, so that nothing is drawn anew', () => {
  expect(filterHeads(heads, EVERYTHING)).toBe(heads)
})
