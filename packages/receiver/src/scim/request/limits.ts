/** What the service provider takes and gives at most; the advertised ones are in /ServiceProviderConfig. */
export interface Limits {
  /** Bytes of a body. A replace of a group with 20,000 members and all their sub-attributes fits. */
  readonly maxBodyBytes: number
  readonly maxJsonDepth: number
  /** UTF-16 code units of a request target. */
  readonly maxTargetLength: number
  /** Resources of an answer when the client names no `count`, and when it names a large one (advertised). */
  readonly pageSize: number
  readonly maxResults: number
  /** Advertised. */
  readonly bulkMaxOperations: number
  /** Bytes; advertised. */
  readonly bulkMaxPayloadSize: number
  /** How long a body may take to arrive, in milliseconds. */
  readonly bodyTimeoutMs: number
  /** Security events of an organisation that are kept for who polls, and their size; the oldest goes first. */
  readonly keptEvents: number
  readonly keptEventBytes: number
}

export const defaultLimits: Limits = {
  maxBodyBytes: 8 * 1024 * 1024,
  maxJsonDepth: 64,
  maxTargetLength: 32 * 1024,
  pageSize: 100,
  maxResults: 1_000,
  bulkMaxOperations: 1_000,
  bulkMaxPayloadSize: 1024 * 1024,
  bodyTimeoutMs: 30_000,
  keptEvents: 10_000,
  keptEventBytes: 32 * 1024 * 1024,
}
