export interface ListArguments {
  readonly what: 'scenarios' | 'findings' | 'quirks' | 'switches' | 'acts'
  readonly json?: boolean
}
