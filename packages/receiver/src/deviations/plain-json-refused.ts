import { defineDeviation } from './deviation.ts'
import { errorAnswer, headerOf } from './rewriting.ts'

export const plainJsonRefused = defineDeviation({
  name: 'plain-json-refused',
  describes: 'Refuses bodies of Content-Type application/json with 415.',
  pain: 'JumpCloud and the test of Okta send it, so that no user arrives.',
  hurts: ['jumpcloud'],
  damage: 'stops',
  seenBy: ['jumpcloud.activate'],
  consequences: [],
  source: 'indigo-iam/iam#1285, apache/directory-scimple#390',
  create: () => (next) => async (request) =>
    /^application\/json\b/i.test(headerOf(request, 'content-type') ?? '')
      ? errorAnswer(415, undefined, 'Only application/scim+json is supported.')
      : next(request),
})
