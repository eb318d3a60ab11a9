// How each surface words a refusal.

export function isControlFailure(body: unknown): boolean {
  const { error, code, issues } = Object(body)
  return typeof error === 'string' && typeof code === 'string' && Array.isArray(issues)
}

export function isAdminProblem(body: unknown): boolean {
  const { code, message } = Object(Object(body).error)
  return typeof code === 'string' && typeof message === 'string'
}

/** Microsoft Graph: Error responses. */
export function isGraphError(body: unknown): boolean {
  const { code, message, innerError } = Object(Object(body).error)
  return typeof code === 'string' && typeof message === 'string' && typeof Object(innerError)['request-id'] === 'string'
}

/** The code again as its link, and a list of causes. */
export function isOktaError(body: unknown): boolean {
  const { errorCode, errorSummary, errorLink, errorId, errorCauses } = Object(body)
  return (
    /^E\d{7}$/.test(errorCode) &&
    errorLink === errorCode &&
    [errorSummary, errorId].every((text) => typeof text === 'string') &&
    Array.isArray(errorCauses)
  )
}

/** V1 has a word and a message, V2 a number, a message and a word. "Already Exists" stands alone. */
export function isJumpCloudError(body: unknown, status: number): boolean {
  const { error, code, message } = Object(body)
  if (typeof message !== 'string') return false
  return typeof error === 'string' || code === status || message === 'Already Exists' || status === 413
}
