import { isJsonArray, isJsonObject } from '@scimulator/shared/scim'
import { mentions } from './attribute.ts'
import { defineDeviation } from './deviation.ts'
import { isFor, rewritingBody } from './rewriting.ts'

export const renameEmptiesGroup = defineDeviation({
  name: 'rename-empties-group',
  describes: 'Removes all members of a group that is renamed.',
  pain: 'A group gets a new name, and everybody is out.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'access',
  seenBy: ['directory.groups.members'],
  consequences: [],
  source: 'langwatch/langwatch#7131, osiam/osiam#95',
  doesMore: true,
  create: () =>
    rewritingBody((body, request) => {
      const operations = body.Operations
      if (request.method !== 'PATCH' || !isFor(request, 'Groups') || !isJsonArray(operations)) return body
      const isNamed = (path: string) => operations.some((one) => isJsonObject(one) && mentions(one, path))
      if (!isNamed('displayName') || isNamed('members')) return body
      return { ...body, Operations: [...operations, { op: 'remove', path: 'members' }] }
    }),
})
