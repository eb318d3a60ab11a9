import { defineDeviation } from './deviation.ts'
import { errorAnswer, splitTarget } from './rewriting.ts'

export const doubleSlashRefused = defineDeviation({
  name: 'double-slash-refused',
  describes: 'Answers a path with two slashes in a row with 404.',
  pain: 'JumpCloud puts /Users after the base URL as it was typed, and cannot be activated when that ends in a slash.',
  hurts: ['jumpcloud'],
  damage: 'stops',
  seenBy: ['jumpcloud.activate'],
  consequences: [],
  source: 'JumpCloud: Troubleshoot custom SCIM integrations',
  create: () => (next) => async (request) =>
    splitTarget(request).path.includes('//') ? errorAnswer(404, undefined, 'There is no such path.') : next(request),
})
