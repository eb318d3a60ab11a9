/** Where a secret is, not what it is. `value` comes from a program that uses the library; files and flags have no such form. */
export type Secret =
  | { readonly from: 'value'; readonly value: string }
  | { readonly from: 'env'; readonly name: string; readonly askedBy: string }
  | { readonly from: 'file'; readonly path: string; readonly askedBy: string }
  | { readonly from: 'stdin'; readonly askedBy: string }

export type Authentication =
  | { readonly kind: 'none' }
  | { readonly kind: 'bearer'; readonly token: Secret }
  | { readonly kind: 'basic'; readonly user: string; readonly password: Secret }
  | {
      readonly kind: 'oauth'
      readonly tokenUrl: string
      readonly clientId: Secret
      readonly clientSecret: Secret
      readonly scope?: string
      readonly credentialsIn: 'header' | 'body'
    }

/** A SCIM endpoint that is not ours: everything there is to know before the first request, and nothing secret. */
export interface TargetDescription {
  /** Its name in `scimulator.config.yaml`. */
  readonly name?: string
  /** Base URL without a trailing slash and without its query: `/Users` follows it. */
  readonly url: string
  /** Whether it was typed with one: JumpCloud puts /Users behind a base URL as it was typed. */
  readonly endsInSlash: boolean
  /** Query parameters that go with every request, encoded, without the question mark; empty when there are none. */
  readonly query: string
  readonly authentication: Authentication
  readonly headers: readonly { readonly name: string; readonly value: Secret }[]
  readonly proxy: { readonly http?: string; readonly https?: string; readonly except?: string }
  readonly tls: {
    /** PEM files. */
    readonly ca: readonly string[]
    readonly cert?: string
    readonly key?: string
    readonly keyPassphrase?: Secret
    readonly insecure: boolean
  }
  readonly timeoutMs: number
  /** Requests per second at most. */
  readonly rate?: number
  /** Scenarios at a time; by the target's latency when undefined. */
  readonly parallel?: number
  readonly emailDomain: string
  readonly maxAccounts: number
  readonly runId?: string
  readonly start?: { readonly command: string; readonly waitFor: string }
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i

/** Whether the target is on this machine, so that no consent is needed. */
export function isLoopback(url: string): boolean {
  return LOOPBACK.test(new URL(url).hostname)
}
