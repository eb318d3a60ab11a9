import { urns } from './urns.ts'

/** Keyword of an error (RFC 7644 §3.12). */
export type ScimType =
  | 'invalidFilter'
  | 'tooMany'
  | 'uniqueness'
  | 'mutability'
  | 'invalidSyntax'
  | 'invalidPath'
  | 'noTarget'
  | 'invalidValue'
  | 'invalidVers'
  | 'sensitive'
  | 'invalidCursor'
  | 'expiredCursor'
  | 'invalidCount'

interface ErrorDefinition {
  readonly status: number
  readonly scimType?: ScimType
  readonly detail: string
  /** Where the RFC asks for it. */
  readonly source: string
}

/**
 * Errors by wire code. The first ten are the scimType keywords of RFC 7644 §3.12, table 9, the next three those of RFC 9865; the
 * others have a status only.
 */
export const scimErrors = {
  invalidFilter: define(400, 'RFC 7644 §3.4.2.2', 'The filter is not valid.', 'invalidFilter'),
  tooMany: define(
    400,
    'RFC 7644 §3.4.2',
    'The filter yields more results than the server is willing to return.',
    'tooMany',
  ),
  uniqueness: define(409, 'RFC 7644 §3.3', 'One or more attribute values are already in use.', 'uniqueness'),
  mutability: define(400, 'RFC 7644 §3.5.2', 'The attribute cannot be changed.', 'mutability'),
  invalidSyntax: define(400, 'RFC 7644 §3.12', 'The request body is not valid.', 'invalidSyntax'),
  invalidPath: define(400, 'RFC 7644 §3.5.2', 'The path is not valid.', 'invalidPath'),
  noTarget: define(400, 'RFC 7644 §3.5.2', 'The path yields no attribute that could be operated on.', 'noTarget'),
  invalidValue: define(
    400,
    'RFC 7644 §3.12',
    'A required value is missing, or a value does not fit the schema.',
    'invalidValue',
  ),
  invalidVers: define(400, 'RFC 7644 §3.13', 'The SCIM protocol version is not supported.', 'invalidVers'),
  sensitive: define(403, 'RFC 7644 §7.5.2', 'The request carries sensitive information in its URI.', 'sensitive'),
  invalidCursor: define(400, 'RFC 9865 §2.1', 'The cursor is not valid.', 'invalidCursor'),
  expiredCursor: define(400, 'RFC 9865 §2.1', 'The cursor has expired.', 'expiredCursor'),
  invalidCount: define(400, 'RFC 9865 §2.1', 'The count is not valid.', 'invalidCount'),
  badRequest: define(400, 'RFC 7644 §3.12', 'The request is not valid.'),
  unauthorized: define(401, 'RFC 7644 §2', 'The Authorization header is missing or invalid.'),
  forbidden: define(403, 'RFC 7644 §3.12', 'The operation is not permitted.'),
  notFound: define(404, 'RFC 7644 §3.12', 'The resource or endpoint does not exist.'),
  methodNotAllowed: define(405, 'RFC 9110 §15.5.6', 'The method is not allowed here.'),
  notAcceptable: define(406, 'RFC 9110 §15.5.7', 'None of the accepted media types can be served.'),
  requestTimeout: define(408, 'RFC 9110 §15.5.9', 'The request did not arrive in time.'),
  conflict: define(409, 'RFC 7644 §3.12', 'The request conflicts with the state of the resource.'),
  preconditionFailed: define(412, 'RFC 7644 §3.14', 'The resource has changed on the server.'),
  payloadTooLarge: define(413, 'RFC 7644 §3.7.4', 'The request body is too large.'),
  uriTooLong: define(414, 'RFC 9110 §15.5.15', 'The request target is too long.'),
  unsupportedMediaType: define(415, 'RFC 9110 §15.5.16', 'The media type of the body is not supported.'),
  tooManyRequests: define(429, 'RFC 6585 §4', 'Too many requests.'),
  headersTooLarge: define(431, 'RFC 6585 §5', 'The request head is too large.'),
  internalServerError: define(500, 'RFC 7644 §3.12', 'The server failed.'),
  notImplemented: define(501, 'RFC 7644 §3.12', 'The operation is not implemented.'),
  serviceUnavailable: define(503, 'RFC 9110 §15.6.4', 'The server cannot answer at the moment.'),
} satisfies Record<string, ErrorDefinition>

/** Key of an error in `scimErrors`. */
export type ScimErrorCode = keyof typeof scimErrors

/** The body of an error (RFC 7644 §3.12). */
export type ScimErrorBody = Readonly<{
  schemas: readonly string[]
  /** A string on the wire, despite being a number everywhere else (RFC 7644 §3.12). */
  status: string
  scimType?: ScimType
  detail: string
}>

/** What a client did wrong, in the form in which it is answered. `detail` is sent; nothing secret belongs in it. */
export class ScimError extends Error {
  readonly code: ScimErrorCode
  readonly status: number
  readonly scimType: ScimType | undefined
  readonly detail: string

  constructor(code: ScimErrorCode, detail: string = scimErrors[code].detail) {
    super(detail)
    const definition: ErrorDefinition = scimErrors[code]
    this.name = 'ScimError'
    this.code = code
    this.status = definition.status
    this.scimType = definition.scimType
    this.detail = detail
  }

  /** The error message of RFC 7644 §3.12. */
  toBody(): ScimErrorBody {
    const scimType = this.scimType === undefined ? {} : { scimType: this.scimType }
    return { schemas: [urns.error], status: String(this.status), ...scimType, detail: this.detail }
  }
}

/** A name or value for use in a detail: quoted, and cut so that a hostile one cannot fill the answer. */
export function quoteForDetail(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 77)}...` : text)
}

function define(status: number, source: string, detail: string, scimType?: ScimType): ErrorDefinition {
  return scimType === undefined ? { status, detail, source } : { status, scimType, detail, source }
}
