// What Okta's test expects of one answer, as rows: each assertion of the test is one.
import { asText, isJsonArray, isJsonObject, type JsonValue } from '@scimulator/shared/scim'
import type { Answer } from '../../examine/answer.ts'
import type { RowNotes } from '../row-notes.ts'
import type { Row } from '../suite.ts'

export interface Expectation {
  readonly id: string
  readonly says: string
  holds(answer: Answer): boolean
}

export const LIST_RESPONSE = 'urn:ietf:params:scim:api:messages:2.0:ListResponse'
export const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error'

export function status(expected: number): Expectation {
  return {
    id: `status-${expected}`,
    says: `It is answered ${expected}.`,
    holds: (answer) => answer.status === expected,
  }
}

/** Something stands at the path; `false` is something. */
export function present(id: string, path: string, says = `${path} is there and not empty.`): Expectation {
  return { id, says, holds: ({ body }) => isPresent(at(body, path)) }
}

export function numeric(name: string): Expectation {
  return { id: name, says: `${name} is a number.`, holds: ({ body }) => typeof body?.[name] === 'number' }
}

export function schema(urn: string): Expectation {
  const name = urn.slice(urn.lastIndexOf(':') + 1)
  return {
    id: `schema-${name.toLowerCase()}`,
    says: `schemas has that of ${name}.`,
    holds: ({ body }) => isJsonArray(body?.schemas) && body.schemas.includes(urn),
  }
}

/** As text: the test compares what it has read as text too. */
export function equal(id: string, path: string, expected: unknown, says: string): Expectation {
  return { id, says, holds: ({ body }) => isPresent(at(body, path)) && asText(at(body, path)) === asText(expected) }
}

/** `Resources[0].name.givenName` */
function at(value: JsonValue | undefined, path: string): JsonValue | undefined {
  let found = value
  for (const part of path.split(/[.[\]]+/).filter((one) => one !== '')) {
    found = isJsonArray(found) ? found[Number(part)] : isJsonObject(found) ? found[part] : undefined
  }
  return found
}

function isPresent(value: JsonValue | undefined): boolean {
  return value !== undefined && value !== null && value !== '' && !(isJsonArray(value) && value.length === 0)
}

export function rowOf({ id, says }: Expectation, level: Row['level'] = 'required'): Row {
  return { id, level, says }
}

/** Notes each; no value of the answer stands in the text, as it may be somebody's. */
export function noteAll(note: RowNotes, answer: Answer, expectations: readonly Expectation[]): void {
  for (const { id, says, holds } of expectations) {
    note.row(id, holds(answer), answer, `Not so: ${says} It is answered ${answer.status || 'nothing'}.`)
  }
}
