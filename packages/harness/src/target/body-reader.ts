import { type JsonBody, jsonBody, type ScimResponse } from '@scimulator/shared/provisioning'

/** Reads an answer's body. A caller with the same reader does not parse an answer again that was just read: a page may be 100 KB long. */
export type BodyReader = (response: ScimResponse) => JsonBody

/** Remembers the last answer only, so that nothing is kept of those before. What it returns belongs to all who read it. */
export function createBodyReader(): BodyReader {
  let last: { readonly response: ScimResponse; readonly body: JsonBody } | undefined
  return (response) => {
    if (last?.response !== response) last = { response, body: jsonBody(response) }
    return last.body
  }
}
