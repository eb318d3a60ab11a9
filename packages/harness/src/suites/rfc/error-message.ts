import { asText, isJsonArray } from '@scimulator/shared/scim'
import type { Answer } from '../../examine/answer.ts'

const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error'

/** Whether the answer has the form of RFC 7644 §3.12. */
export function isError({ body }: Answer): boolean {
  const schemas = body?.schemas
  return isJsonArray(schemas) && schemas.some((one) => asText(one).toLowerCase() === ERROR.toLowerCase())
}
