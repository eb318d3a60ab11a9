// What people call things, of their ids.
import type { Org } from '../plan/org.ts'

export function labelOf(org: Org, appId: string): string {
  return org.get('application', appId)?.label ?? appId
}

export function loginOf(org: Org, userId: string): string {
  return org.get('user', userId)?.profile.login ?? userId
}
