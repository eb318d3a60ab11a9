import type { Deviation } from './deviation.ts'
import { errorAnswer, splitTarget } from './rewriting.ts'

/**
 * Answers a path with two slashes in a row with 404. Pain: JumpCloud puts /Users behind the base URL as it was typed,
 * so that a base URL with a trailing slash cannot be activated. Source: JumpCloud: Troubleshoot custom SCIM integrations.
 */
export const doubleSlashRefused: Deviation = {
  name: 'double-slash-refused',
  describes: 'Answers a path with two slashes in a row with 404.',
  pain: 'JumpCloud cannot be activated with a base URL that ends in a slash.',
  source: 'JumpCloud: Troubleshoot custom SCIM integrations',
  create: () => (next) => async (request) =>
    splitTarget(request).path.includes('//') ? errorAnswer(404, undefined, 'There is no such path.') : next(request),
}
