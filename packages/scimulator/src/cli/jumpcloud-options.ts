import type { ProfileName } from '@scimulator/jumpcloud-sim'
import type { CompanyArguments } from './company-options.ts'

export interface JumpCloudArguments extends CompanyArguments {
  readonly port: number
  readonly host: string
  readonly data?: string
  readonly clock: 'real' | 'virtual'
  readonly profile: ProfileName
  readonly allowTarget: readonly string[]
  readonly switch: readonly string[]
}
