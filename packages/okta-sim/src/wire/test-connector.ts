// "Test Connector Configuration": one harmless read (O121, O123, O124).
import type { Conversation } from '@scimulator/shared/provisioning'
import { pageOf } from './answer.ts'
import { NO_LIST } from './import-people.ts'
import { ask, type Line, textOf } from './talk.ts'

/** @returns what is wrong with the connection, in Okta's words (O127 to O129) */
export function* testConnector(line: Line): Conversation<string | undefined> {
  const answer = yield* ask(line, 'test', 'GET', '/Users?startIndex=1&count=2')
  if (answer.kind === 'refused') return `Error authenticating: ${textOf(answer)}`
  return answer.kind === 'resource' && pageOf(answer.resource) ? undefined : NO_LIST.Users
}
