import type { CompanyArguments } from '../company-options.ts'

export interface UpOptions extends CompanyArguments {
  readonly port: number
  readonly host: string
  readonly httpsPort?: number
  readonly tlsDir: string
  readonly domain: string
  readonly clientId?: string
  readonly clientSecret?: string
  readonly data?: string
  readonly clock: 'real' | 'virtual'
  readonly allowTarget: readonly string[]
  readonly profile: string
  readonly switch: readonly string[]
}
