export interface ListArguments {
  readonly what: 'scenarios' | 'findings' | 'quirks' | 'switches'
  readonly json?: boolean
}
