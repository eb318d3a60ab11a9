export interface ListArguments {
  readonly what: 'scenarios' | 'quirks' | 'switches'
  readonly json?: boolean
}
