import { collectionTarget } from './asking.ts'
import { defineDeviation } from './deviation.ts'
import { bodyOf, errorAnswer, isFor } from './rewriting.ts'
import { wait } from './waiting.ts'

/** Between the check and the write; creates that come within it are in the race. */
const THINKING_MS = 20

export const concurrentConflict500 = defineDeviation({
  name: 'concurrent-conflict-500',
  describes: 'Checks whether a userName is taken, then writes: of two creates at the same moment one is answered 500.',
  pain: 'The identity provider sees an outage where it should find that the person is there.',
  hurts: ['rfc'],
  damage: 'cosmetic',
  seenBy: 'protocol',
  consequences: [],
  source: 'gravitee-io/gravitee-access-management#8290, wso2/product-is#26148',
  create: ({ schedule }) => {
    const underWay = new Map<string, number>()
    return (next) => async (request) => {
      const { userName } = (request.method === 'POST' && isFor(request, 'Users') && bodyOf(request)) || {}
      if (typeof userName !== 'string') return next(request)
      const key = `${collectionTarget(request, 'Users')} ${userName.toLowerCase()}`
      const others = underWay.get(key) ?? 0
      underWay.set(key, others + 1)
      await wait(schedule, THINKING_MS)
      const response = await next(request)
      underWay.delete(key)
      const isLost = response.status === 409 && others > 0
      return isLost ? errorAnswer(500, undefined, 'duplicate key value violates unique constraint') : response
    }
  },
})
