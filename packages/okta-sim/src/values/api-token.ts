/** A token for the API. Only its hash is kept. */
export interface ApiToken {
  readonly id: string
  readonly name: string
  readonly hash: string
  readonly created: string
}
