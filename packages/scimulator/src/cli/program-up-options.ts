import type { CompanyArguments } from './company-options.ts'

/** What every `up` of one program takes; its own options stand beside these, and the program reads them. */
export interface ProgramUpOptions extends CompanyArguments {
  readonly port: number
  readonly host: string
  readonly data?: string
  readonly clock: 'real' | 'virtual'
  readonly profile?: string
  /** Absent where a program sends nothing. */
  readonly allowTarget?: readonly string[]
  readonly switch: readonly string[]
}
