import { defineDeviation } from './deviation.ts'
import { errorAnswer, splitTarget } from './rewriting.ts'

export const discoveryMissing = defineDeviation({
  name: 'discovery-missing',
  describes: 'Has no /ServiceProviderConfig, /ResourceTypes and /Schemas.',
  pain: 'Clients that ask first cannot connect.',
  hurts: ['rfc'],
  damage: 'stops',
  seenBy: 'protocol',
  consequences: [],
  source: 'getsentry/sentry#114950',
  create: () => (next) => async (request) =>
    /\/(ServiceProviderConfig|ResourceTypes|Schemas)(\/|$)/.test(splitTarget(request).path)
      ? errorAnswer(404, undefined, 'There is no such endpoint.')
      : next(request),
})
