import type { CompanyArguments } from './company-options.ts'

/** What every `up` of one program takes. */
export interface ProgramUpOptions extends CompanyArguments {
  readonly port: number
  readonly host: string
  readonly data?: string
  readonly clock: 'real' | 'virtual'
  readonly profile?: string
  readonly allowTarget: readonly string[]
  readonly switch: readonly string[]
}
