export interface ReceiverUpOptions {
  readonly port: number
  readonly host: string
  readonly token?: string
  readonly profile: 'lark' | 'rfc'
  readonly data?: string
  readonly publicUrl?: string
  /** Names by which it is called from outside. */
  readonly allowHost: readonly string[]
  readonly switch: readonly string[]
  readonly deviation: readonly string[]
  readonly auth?: readonly ('bearer' | 'oauth2' | 'basic')[]
  /** URL of an OpenID configuration. */
  readonly trust?: string
  /** File of a client that shows assertions. */
  readonly federation?: string
  /** `id:secret` */
  readonly client?: string
  /** What security events tell of a change. */
  readonly events?: 'notice' | 'full'
  /** A SCIM filter: who is in the feed. */
  readonly eventFilter?: string
  /** Tokens without a signature. */
  readonly unsignedEvents?: true
  readonly pagination?: 'index' | 'cursor' | 'both'
  readonly groupPatch?: 'noContent' | 'resource' | 'bySize'
  readonly schema: readonly string[]
  /** True for all of them. */
  readonly strict?: true | readonly string[]
}
