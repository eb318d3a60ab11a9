/** Options of `scimulator run`. */
export interface RunArguments {
  readonly all?: boolean
  readonly seed?: string
  readonly filter?: string
  readonly json?: string
  readonly junit?: string
  readonly transcripts?: string
  readonly har?: string
  readonly port?: string
  readonly brief?: boolean
  readonly target?: string
  readonly tokenEnv?: string
  readonly namespace?: string
  readonly iOwnThisTarget?: boolean
}
