import { quoteForDetail, ScimError } from '@scimulator/shared/scim'

export const SCIM_JSON = 'application/scim+json'
const JSON_TYPE = 'application/json'

/**
 * The media type of a body (RFC 7644 §3.1, §8.1): application/scim+json or application/json, in UTF-8. A body without one is
 * taken for SCIM. @throws ScimError 415
 */
export function checkContentType(contentType: string | undefined, contentEncoding: string | undefined): void {
  if (contentEncoding !== undefined && contentEncoding.toLowerCase() !== 'identity') {
    throw new ScimError('unsupportedMediaType', `Content-Encoding ${quoteForDetail(contentEncoding)} is not supported.`)
  }
  if (contentType === undefined || contentType.trim() === '') return
  const { type, parameters } = parseMediaType(contentType)
  if (type !== SCIM_JSON && type !== JSON_TYPE) {
    const offered = quoteForDetail(contentType)
    throw new ScimError('unsupportedMediaType', `Content-Type ${offered} is not supported; send ${SCIM_JSON}.`)
  }
  const charset = parameters.get('charset') ?? 'utf-8'
  if (!['utf-8', 'utf8', 'us-ascii'].includes(charset)) {
    throw new ScimError('unsupportedMediaType', `Charset ${quoteForDetail(charset)} is not supported; send UTF-8.`)
  }
}

/** The media type of the answer: application/json if the client accepts that but not application/scim+json. @throws ScimError 406 */
export function chooseMediaType(accept: string | undefined): string {
  if (accept === undefined || accept.trim() === '' || accept === '*/*' || accept === SCIM_JSON) return SCIM_JSON
  const ranges = accept.split(',').map(parseMediaType)
  for (const offered of [SCIM_JSON, JSON_TYPE]) if (isAccepted(offered, ranges)) return offered
  throw new ScimError('notAcceptable', `Accept ${quoteForDetail(accept)} leaves no media type; accept ${SCIM_JSON}.`)
}

interface MediaType {
  readonly type: string
  readonly parameters: ReadonlyMap<string, string>
}

/** The most specific range decides, and `q=0` refuses (RFC 9110 §12.5.1). */
function isAccepted(offered: string, ranges: readonly MediaType[]): boolean {
  const fitting = [offered, 'application/*', '*/*'].map((wanted) => ranges.find(({ type }) => type === wanted))
  const range = fitting.find((found) => found !== undefined)
  return range !== undefined && Number(range.parameters.get('q') ?? '1') > 0
}

function parseMediaType(text: string): MediaType {
  const [type = '', ...rest] = text.split(';').map((part) => part.trim().toLowerCase())
  const parameters = rest.map((part) => {
    const [name = '', value = ''] = part.split('=', 2).map((half) => half.trim())
    return [name, value.replaceAll('"', '')] as const
  })
  return { type, parameters: new Map(parameters) }
}
