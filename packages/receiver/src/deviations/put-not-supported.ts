import { defineDeviation } from './deviation.ts'
import { errorAnswer } from './rewriting.ts'

export const putNotSupported = defineDeviation({
  name: 'put-not-supported',
  describes: 'Answers PUT with 405.',
  pain: 'JumpCloud changes people by PUT; after the create nothing arrives.',
  hurts: ['jumpcloud', 'okta', 'rfc'],
  damage: 'stops',
  seenBy: ['jumpcloud.activate'],
  consequences: ['group-put-refused'],
  source: 'coder/coder#15828',
  create: () => (next) => async (request) =>
    request.method === 'PUT' ? errorAnswer(405, undefined, 'PUT is not supported.') : next(request),
})
