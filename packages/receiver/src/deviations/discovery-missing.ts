import type { Deviation } from './deviation.ts'
import { errorAnswer, splitTarget } from './rewriting.ts'

/**
 * Has no /ServiceProviderConfig, /ResourceTypes and /Schemas. Pain: clients that ask first cannot connect.
 * Source: getsentry/sentry#114950.
 */
export const discoveryMissing: Deviation = {
  name: 'discovery-missing',
  describes: 'Has no /ServiceProviderConfig, /ResourceTypes and /Schemas.',
  pain: 'clients that ask first cannot connect.',
  source: 'getsentry/sentry#114950',
  create: () => (next) => async (request) =>
    /\/(ServiceProviderConfig|ResourceTypes|Schemas)(\/|$)/.test(splitTarget(request).path)
      ? errorAnswer(404, undefined, 'There is no such endpoint.')
      : next(request),
}
