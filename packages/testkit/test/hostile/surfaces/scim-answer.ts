// What every answer of SCIM must be, whichever way it came.
import { urns } from '@scimulator/shared/scim'
import { must } from '../target.ts'
import type { Answered, Asked } from './request.ts'

/** Answers that are meant, beside those of 200 to 499: a method that SCIM does not have. */
const MEANT = new Set([501])

export function mustBeScim({ status, headers, body }: Answered, { method }: Asked): void {
  must(status < 500 || MEANT.has(status), () => `it is answered ${status}: ${body}`)
  if (body === '') {
    must(method === 'HEAD' || status === 204 || status === 304, () => `${status} without a body`)
    return
  }
  const said = JSON.parse(body)
  must(Array.isArray(said.schemas), () => `${status} without schemas: ${body}`)
  if (status < 400) return
  must(said.schemas[0] === urns.error && said.status === String(status), () => `no SCIM error: ${body}`)
  must(String(headers['content-type']).includes('json'), () => `the error is ${headers['content-type']}`)
}
