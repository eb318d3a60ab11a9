import { type Conversation, noted } from '@scimulator/shared/provisioning'
import type { EntraSwitches } from '../behaviour.ts'
import type { Composer, ResourceType } from '../request/composer.ts'
import { readAnswer } from './answer.ts'
import type { ObjectError } from './outcome.ts'

/** One lookup of a name that no user or group has. */
export interface ProbeQuestion {
  readonly type: ResourceType
  /** The first matching attribute. */
  readonly attribute: string
  readonly randomName: string
}

/**
 * Test Connection, and the beginning of every activity: users, and groups, with a random name are asked for, and an empty list must
 * come back (Microsoft: Develop a SCIM endpoint; SCIMReferenceCode#63). Returns the first failure, or undefined when all is well.
 */
export function* probe(
  composer: Composer,
  questions: readonly ProbeQuestion[],
  switches: EntraSwitches,
): Conversation<ObjectError | undefined> {
  for (const { type, attribute, randomName } of questions) {
    const request = noted(composer.match(type, attribute, randomName), { purpose: 'probe' })
    const answer = readAnswer(yield request, 'probe', switches)
    if (answer.kind === 'failed') return answer.error
    if (answer.kind === 'resources' && answer.resources.length > 0) return foundAnObject(type, randomName)
  }
  return undefined
}

function foundAnObject(type: ResourceType, name: string): ObjectError {
  return {
    code: 'SystemForCrossDomainIdentityManagementServiceIncompatible',
    reason: `A query of /${type}s for "${name}", a name that no ${type.toLowerCase()} has, must find none; the endpoint seems to ignore the filter.`,
    isJobLevel: true,
  }
}
