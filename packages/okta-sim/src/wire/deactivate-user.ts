// Loss of the application: `active` becomes false, and nobody is ever deleted (O311 to O316).
import type { Conversation } from '@scimulator/shared/provisioning'
import type { Outcome } from '../values/outcome.ts'
import { resourcePath } from './compose.ts'
import { ask, type Heard, type Line, refusal, textOf } from './talk.ts'
import { patchBody } from './user-body.ts'

const DID = ['application.provision.user.deactivate']

export function* deactivateUser(line: Line, externalId: string): Conversation<Outcome> {
  const answer = yield* line.application.kind === 'catalogue' ? byPatch(line, externalId) : byPut(line, externalId)
  return answer.kind === 'refused' ? refusal(answer, textOf(answer), DID) : { did: DID }
}

function byPatch(line: Line, externalId: string): Conversation<Heard> {
  const body = patchBody({ op: 'replace', value: { active: false } })
  return ask(line, 'disable', 'PATCH', resourcePath('Users', externalId), body)
}

/** What came goes back as it was, but for `active` (O313). */
function* byPut(line: Line, externalId: string): Conversation<Heard> {
  const path = resourcePath('Users', externalId)
  const read = yield* ask(line, 'read-linked', 'GET', path)
  if (read.kind !== 'resource') return read.kind === 'empty' ? { kind: 'refused', text: textOf(read) } : read
  return yield* ask(line, 'disable', 'PUT', path, { ...read.resource, active: false })
}
