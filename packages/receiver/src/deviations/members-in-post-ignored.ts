import { defineDeviation } from './deviation.ts'
import { isFor, rewritingBody, without } from './rewriting.ts'

export const membersInPostIgnored = defineDeviation({
  name: 'members-in-post-ignored',
  describes: 'Creates a group without the members that the request names.',
  pain: 'A group exists, and has no members until the membership of each person changes.',
  hurts: ['jumpcloud', 'rfc'],
  damage: 'access',
  seenBy: ['directory.groups.members'],
  consequences: [],
  source: 'segment-boneyard/segment-docs#6726',
  create: () =>
    rewritingBody((body, request) =>
      request.method === 'POST' && isFor(request, 'Groups') ? without(body, 'members') : body,
    ),
})
