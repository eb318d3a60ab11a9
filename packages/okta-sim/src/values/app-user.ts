import type { AttributeValue } from './app-profile.ts'

/** What of an application a person has: how they came to it, and how far the endpoint knows them (O924, O925). */
export interface AppUser {
  readonly id: string
  readonly appId: string
  readonly userId: string
  readonly scope: 'USER' | 'GROUP'
  readonly status: 'STAGED' | 'PROVISIONED' | 'IMPORTED'
  readonly syncState: 'DISABLED' | 'SYNCING' | 'SYNCHRONIZED' | 'ERROR'
  readonly userName: string
  /** As it was last planned to be at the endpoint. */
  readonly profile: readonly AttributeValue[]
  /** The endpoint's id of the person; nothing is pushed without it (O235). */
  readonly externalId?: string
  readonly error?: string
  readonly created?: string
  readonly lastUpdated?: string
  readonly statusChanged?: string
  /** When the endpoint took what it was sent last. */
  readonly lastSync?: string
}

/** A person, or a group, that an administrator has given an application to. */
export interface Assignment {
  readonly appId: string
  readonly type: 'user' | 'group'
  readonly id: string
  /** When it was made. */
  readonly created?: string
  /** Of a group, if somebody has said it. */
  readonly priority?: number
}
