/** What a connection may take of a server of ours, so that one that is slow or greedy costs nobody else anything. */
export interface ServerLimits {
  /** Milliseconds in which the head of a request has to arrive; 408 afterwards. */
  readonly headersTimeoutMs: number
  /** Milliseconds in which the whole request has to arrive, its body included; 408 afterwards. */
  readonly requestTimeoutMs: number
  /** Milliseconds between two looks at which connections are late. */
  readonly checkMs: number
  /** Bytes of the head of a request, all headers together; 431 above. */
  readonly maxHeaderBytes: number
  /** Milliseconds that a connection is kept for a further request. */
  readonly keepAliveMs: number
}

export const SERVER_LIMITS: ServerLimits = {
  headersTimeoutMs: 20_000,
  requestTimeoutMs: 120_000,
  checkMs: 5_000,
  maxHeaderBytes: 16 * 1024,
  keepAliveMs: 5_000,
}
