// A changed profile: what is there is read, and goes back with the attributes set in it (O301 to O309).
import type { Conversation } from '@scimulator/shared/provisioning'
import type { AttributeValue } from '../values/app-profile.ts'
import type { Outcome } from '../values/outcome.ts'
import { resourcePath } from './compose.ts'
import { ask, type Line, refusal, textOf } from './talk.ts'
import { changedBody, overlaid, patchBody } from './user-body.ts'

interface Known {
  readonly externalId: string
  readonly userName: string
  readonly profile: readonly AttributeValue[]
}

const DID = ['application.provision.user.push_profile']

export function pushProfile(line: Line, work: Known): Conversation<Outcome> {
  return writeProfile(line, work, false)
}

/** @param isActivating whether the person comes back: then the same PUT switches them on (O320) */
export function* writeProfile(line: Line, known: Known, isActivating: boolean): Conversation<Outcome> {
  const path = resourcePath('Users', known.externalId)
  const read = yield* ask(line, 'read-linked', 'GET', path)
  if (read.kind !== 'resource') return failure(known, read)
  const profiled = overlaid(read.resource, known.userName, known.profile)
  const body = isActivating ? { ...profiled, active: true } : profiled
  const isPatch = line.application.kind === 'catalogue' && line.behaviour.catalogueProfileUpdate === 'patch'
  const answer = isPatch
    ? yield* ask(line, 'update', 'PATCH', path, patchBody({ op: 'replace', value: changedBody(read.resource, body) }))
    : yield* ask(line, 'update', 'PUT', path, body)
  return answer.kind === 'refused' ? failure(known, answer) : { did: DID }
}

function failure({ externalId, userName }: Known, answer: Parameters<typeof refusal>[0]): Outcome {
  const isGone = answer.kind === 'refused' && answer.status === 404
  const why = isGone ? `No user returned for user ${externalId}` : textOf(answer)
  return refusal(answer, `Error while trying to push profile update for ${userName}: ${why}`, DID)
}
