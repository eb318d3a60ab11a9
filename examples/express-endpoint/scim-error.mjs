import { ERROR } from './schemas.mjs'

/** Thrown anywhere below a route; app.mjs turns it into an answer (RFC 7644 §3.12). */
export class ScimError extends Error {
  constructor(status, detail, scimType) {
    super(detail)
    this.status = status
    this.scimType = scimType
  }

  get body() {
    return {
      schemas: [ERROR],
      status: String(this.status),
      ...(this.scimType ? { scimType: this.scimType } : {}),
      detail: this.message,
    }
  }
}

export const invalid = (detail, scimType = 'invalidValue') => new ScimError(400, detail, scimType)
