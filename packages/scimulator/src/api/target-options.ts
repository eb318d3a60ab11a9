/** A SCIM endpoint of yours. Accounts are created, changed and deleted there. */
export interface TargetOptions {
  /** Base URL, such as http://127.0.0.1:3000/scim/v2. */
  readonly url: string
  /** Bearer token. */
  readonly token: string
  /** Put before every name that is created there. Default scimulator-. */
  readonly namespace?: string
}
