// How the API refuses (O905 to O909, O940): the code is for programs, the summary for people.

/** Codes with their status and summary; the place that refuses says `{0}`. */
const ERRORS = {
  E0000001: [400, 'Api validation failed: {0}'],
  E0000003: [400, 'The request body was not well-formed.'],
  E0000005: [403, 'Invalid session'],
  E0000007: [404, 'Not found: {0}'],
  E0000008: [404, 'The requested path was not found'],
  E0000011: [401, 'Invalid token provided'],
  E0000016: [403, 'Activation failed because the user is already active'],
  E0000022: [405, 'The endpoint does not support the provided HTTP method'],
  E0000027: [400, 'Group push bad request : {0}'],
  E0000031: [400, 'Invalid search criteria.'],
  E0000038: [403, "This operation is not allowed in the user's current status."],
  E0000045: [400, 'Field mapping bad request.'],
  E0000047: [429, 'API call exceeded rate limit due to too many requests.'],
  E0000055: [409, 'Duplicate group.'],
  E0000075: [403, 'Cannot modify the {0} attribute because it has a field mapping and profile push is enabled.'],
} as const

export type ErrorCode = keyof typeof ERRORS

export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: ErrorCode
  readonly status: number
  readonly causes: readonly string[]

  /** @param what stands in the place of `{0}` */
  constructor(code: ErrorCode, what = '', causes: readonly string[] = []) {
    const [status, summary] = ERRORS[code]
    super(summary.replace('{0}', () => what))
    this.code = code
    this.status = status
    this.causes = causes
  }

  /** @param id is told to Okta's support; ours is as good as any other */
  body(id: string) {
    const errorCauses = this.causes.map((errorSummary) => ({ errorSummary }))
    return { errorCode: this.code, errorSummary: this.message, errorLink: this.code, errorId: id, errorCauses }
  }
}

/** @param type as Okta's answers name it: User, UserGroup, AppInstance, AppUser */
export function notFound(id: string, type: string): ApiError {
  return new ApiError('E0000007', `Resource not found: ${id} (${type})`)
}
