import type { Conversation } from '@scimulator/shared/provisioning'
import type { Composer } from '../request/composer.ts'
import { readAnswer } from './answer.ts'
import type { ObjectError } from './outcome.ts'

/**
 * Test Connection, and the beginning of every activity: users with a random name are asked for, and an empty list must come back
 * (Microsoft: Develop a SCIM endpoint; SCIMReferenceCode#63). Returns the failure, or undefined when all is well.
 */
export function* probe(
  composer: Composer,
  attribute: string,
  randomNames: readonly string[],
): Conversation<ObjectError | undefined> {
  for (const name of randomNames) {
    const answer = readAnswer(yield composer.match('User', attribute, name), 'probe')
    if (answer.kind === 'failed') return answer.error
    if (answer.kind === 'resources' && answer.resources.length > 0) return foundSomebody(name)
  }
  return undefined
}

function foundSomebody(name: string): ObjectError {
  return {
    code: 'SystemForCrossDomainIdentityManagementServiceIncompatible',
    reason: `A query for "${name}", a name that nobody has, must find nobody; the endpoint seems to ignore the filter.`,
    isJobLevel: true,
  }
}
