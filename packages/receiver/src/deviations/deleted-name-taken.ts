import { collectionTarget, idOf, storedResource } from './asking.ts'
import { defineDeviation } from './deviation.ts'
import { bodyOf, errorAnswer, isFor } from './rewriting.ts'

export const deletedNameTaken = defineDeviation({
  name: 'deleted-name-taken',
  describes: 'Keeps the userName of a deleted user taken for good.',
  pain: 'A person who comes back cannot be created again, and is not found either.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'rfc'],
  damage: 'stops',
  seenBy: ['directory.users'],
  consequences: [],
  source: '15five/django-scim2#83, open-ace/open-ace#2755',
  create: () => {
    const taken = new Set<string>()
    return (next) => async (request) => {
      if (!isFor(request, 'Users')) return next(request)
      const key = (name: unknown) => `${collectionTarget(request, 'Users')} ${String(name).toLowerCase()}`
      if (request.method === 'POST' && taken.has(key(bodyOf(request)?.userName)))
        return errorAnswer(409, 'uniqueness', 'The userName is taken.')
      const isDelete = request.method === 'DELETE' && idOf(request) !== undefined
      const leaving = isDelete ? await storedResource(next, request) : undefined
      const response = await next(request)
      if (leaving && response.status === 204) taken.add(key(leaving.userName))
      return response
    }
  },
})
