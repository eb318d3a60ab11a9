// What one person is at the target: POST for a person who is new there, PUT for a known one, DELETE for one who is no longer assigned.

import type { SwitchRecord } from '@scimulator/shared/behaviour'
import { type Conversation, jsonBody } from '@scimulator/shared/provisioning'
import { urns } from '@scimulator/shared/scim'
import type { switches } from './behaviour.ts'
import type { Person, Target } from './state.ts'

/** @returns the person as they stand now; what the target refuses leaves them as they were */
export function* push(
  person: Person,
  { url, token }: Target,
  { mediaType }: SwitchRecord<typeof switches>,
): Conversation<Person> {
  const { userName, displayName, targetId, isAssigned } = person
  const method = isAssigned ? (targetId === undefined ? 'POST' : 'PUT') : 'DELETE'
  if (method === 'DELETE' && targetId === undefined) return person
  const body = JSON.stringify({ schemas: [urns.user], userName, displayName, active: true })
  const { response } = yield {
    method,
    url: targetId === undefined ? `${url}/Users` : `${url}/Users/${targetId}`,
    headers: [
      ['Authorization', `Bearer ${token}`],
      ...(method === 'DELETE' ? [] : [['Content-Type', mediaType] as const]),
    ],
    ...(method === 'DELETE' ? {} : { body }),
  }
  if (response === undefined || response.status >= 300) return person
  if (method === 'DELETE') return { userName, displayName, isAssigned }
  const answer = method === 'POST' ? jsonBody(response) : undefined
  return answer?.kind === 'json' ? { ...person, targetId: String(Object(answer.value).id) } : person
}
