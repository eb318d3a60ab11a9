import { expect, test } from 'vitest'
import { filterHeads } from './filter-heads.ts'
import type { Head } from './sentences.ts'

const heads = [200, 404, 409, 201].map(
  (status, index): Head => ({
    seq: index + 1,
    sender: 'entra',
    method: index === 3 ? 'POST' : 'GET',
    url: '',
    path: `/Users/${index}`,
    at: 0,
    durationMs: 0,
    status,
    failure: null,
    purpose: 'read',
    object: 'user',
    objectId: null,
    name: index === 0 ? 'Åsa Öberg' : null,
    filter: null,
    found: null,
    attributes: [],
    added: 0,
    removed: 0,
  }),
)
const all = { q: undefined, errorsOnly: false, at: undefined }

test.each([
  [{}, [1, 2, 3, 4]],
  [{ errorsOnly: true }, [2, 3]],
  [{ at: 2 }, [1, 2]],
  [{ q: 'öberg' }, [1]],
  [{ q: 'post' }, [4]],
  [{ q: '/users/2' }, [3]],
  [{ q: '404', at: 1 }, []],
])('%j shows %j', (filter, seqs) => {
  expect(filterHeads(heads, { ...all, ...filter }).map(({ seq }) => seq)).toEqual(seqs)
})
