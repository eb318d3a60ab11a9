import { collectionTarget, idOf, storedResource } from './asking.ts'
import { defineDeviation } from './deviation.ts'
import { bodyOf, errorAnswer, isFor } from './rewriting.ts'

export const deletedExternalIdTaken = defineDeviation({
  name: 'deleted-external-id-taken',
  describes: 'Keeps the externalId of a deleted user taken for good.',
  pain: 'A person who comes back cannot be created again, since the identity provider sends the same externalId.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'rfc'],
  damage: 'stops',
  seenBy: ['directory.users'],
  consequences: [],
  source: 'Unleash/unleash#9217, sourcegraph/sourcegraph-public-snapshot#63135',
  create: () => {
    const taken = new Set<string>()
    return (next) => async (request) => {
      if (!isFor(request, 'Users')) return next(request)
      const key = (id: unknown) => `${collectionTarget(request, 'Users')} ${String(id)}`
      const { externalId } = (request.method === 'POST' && bodyOf(request)) || {}
      if (externalId !== undefined && taken.has(key(externalId)))
        return errorAnswer(409, 'uniqueness', 'The externalId is taken.')
      const isDelete = request.method === 'DELETE' && idOf(request) !== undefined
      const leaving = isDelete ? await storedResource(next, request) : undefined
      const response = await next(request)
      if (leaving?.externalId !== undefined && response.status === 204) taken.add(key(leaving.externalId))
      return response
    }
  },
})
