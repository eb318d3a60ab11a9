import { isJsonArray, isJsonObject } from '@scimulator/shared/scim'
import { defineDeviation } from './deviation.ts'
import { rewritingResources } from './rewriting.ts'

export const groupWrongTypes = defineDeviation({
  name: 'group-wrong-types',
  describes: 'Returns the members of a group as bare texts, not as objects with a value.',
  pain: 'Clients that check types cannot read the group, and others find no members in it.',
  hurts: ['jumpcloud', 'rfc'],
  damage: 'stops',
  seenBy: ['jumpcloud.activate'],
  consequences: [],
  source: 'AzureAD/SCIMReferenceCode#20',
  create: () =>
    rewritingResources((resource) =>
      isJsonArray(resource.members)
        ? { ...resource, members: resource.members.map((one) => (isJsonObject(one) ? (one.value ?? one) : one)) }
        : resource,
    ),
})
