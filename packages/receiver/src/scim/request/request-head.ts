import { ScimError } from '@scimulator/shared/scim'
import type { HandlerRequest } from '../handler-port.ts'
import { parseQuery, type QueryParameters } from './query-parameters.ts'

/** A request as far as it can be read without its body. */
export interface RequestHead {
  readonly method: string
  /** The organisation that the URL names: `/organisations/{organisation}/scim/v2/…`. */
  readonly organisation: string | undefined
  /** Decoded segments below the base path; undefined when the target is not below it. */
  readonly segments: readonly string[] | undefined
  readonly query: QueryParameters
  /** The URL of the base path, without trailing slash; `meta.location` begins with it. */
  readonly baseUrl: string
}

const ABSOLUTE_FORM = /^https?:\/\/[^/?#]*/i

/** @throws ScimError 400, 414 */
export function readHead(request: HandlerRequest, maxTargetLength: number): RequestHead {
  if (request.target.length > maxTargetLength) {
    throw new ScimError('uriTooLong', `The request target is longer than ${maxTargetLength} characters.`)
  }
  // RFC 9112 §3.2.2: a server takes the absolute form as well.
  const target = request.target.replace(ABSOLUTE_FORM, '')
  const mark = target.indexOf('?')
  const path = mark === -1 ? target : target.slice(0, mark)
  const query = parseQuery(mark === -1 ? '' : target.slice(mark + 1))
  return { method: request.method, query, ...place(decodePath(path), request.baseUrl) }
}

function place(
  segments: readonly string[],
  hostUrl: string,
): Pick<RequestHead, 'organisation' | 'segments' | 'baseUrl'> {
  const [collection, organisation] = segments
  if (collection === 'organisations' && organisation !== undefined && isScimBase(segments, 2)) {
    const baseUrl = `${hostUrl}/organisations/${encodeURIComponent(organisation)}/scim/v2`
    return { organisation, segments: segments.slice(4), baseUrl }
  }
  // The path of Lark's example, read right: the page itself has /admin/sicm/v2, which is answered with 404.
  if (collection === 'admin' && isScimBase(segments, 1)) {
    return { organisation: undefined, segments: segments.slice(3), baseUrl: `${hostUrl}/admin/scim/v2` }
  }
  const below = isScimBase(segments, 0) ? segments.slice(2) : undefined
  return { organisation: undefined, segments: below, baseUrl: `${hostUrl}/scim/v2` }
}

function isScimBase(segments: readonly string[], at: number): boolean {
  return segments[at] === 'scim' && segments[at + 1] === 'v2'
}

/** Empty segments do not count, so that doubled and trailing slashes are tolerated. */
function decodePath(path: string): readonly string[] {
  return path
    .split('/')
    .filter((segment) => segment !== '')
    .map(decodeSegment)
}

function decodeSegment(segment: string): string {
  if (!segment.includes('%')) return segment
  try {
    return decodeURIComponent(segment)
  } catch {
    throw new ScimError('badRequest', 'The path is not valid percent-encoded UTF-8.')
  }
}
