// What an import makes of the people whom it was shown (O501 to O520). Pure.

import { appProfile } from '../values/app-profile.ts'
import type { AppUser } from '../values/app-user.ts'
import type { Application } from '../values/application.ts'
import type { User } from '../values/user.ts'
import { type Change, put, type Step } from './changes.ts'
import { appUserOf, type Org, pair } from './org.ts'
import { appTarget, type Maker } from './reconcile.ts'

/** An account of the endpoint, as far as an import looks at it. */
export interface Account {
  readonly id: string
  readonly userName: string
  readonly email?: string
}

export interface ImportResult {
  readonly step: Step
  /** People who became linked. */
  readonly matched: readonly string[]
  /** Accounts that nobody in the directory fits. */
  readonly unmatched: readonly string[]
  readonly unchanged: number
}

/** Exact matches by user name, else by email, are confirmed (O510 to O515); inactive accounts were left out before (O509). */
export function importAccounts(
  org: Org,
  application: Application,
  accounts: readonly Account[],
  maker: Maker,
): ImportResult {
  const changes: Change[] = []
  const [matched, unmatched]: [string[], string[]] = [[], []]
  let unchanged = 0
  for (const account of accounts) {
    const user = matching(org, account)
    if (user === undefined) unmatched.push(account.userName)
    else if (appUserOf(org, application.id, user.id)?.externalId === account.id) unchanged += 1
    else {
      changes.push(...confirmed(org, application, user, account, maker))
      matched.push(user.profile.login)
    }
  }
  const target = [appTarget(application)]
  const log = [
    { eventType: 'system.import.start', target },
    { eventType: 'system.import.complete', target },
  ]
  return { step: { changes, log }, matched, unmatched, unchanged }
}

function matching(org: Org, { userName, email }: Account): User | undefined {
  const people = org.all('user').filter(({ status }) => status !== 'DEPROVISIONED')
  return (
    people.find(({ profile }) => profile.login === userName) ?? people.find(({ profile }) => profile.email === email)
  )
}

/** Confirming assigns: the person is linked by the endpoint's id, and no POST follows. */
function confirmed(
  org: Org,
  application: Application,
  user: User,
  { id, userName }: Account,
  maker: Maker,
): readonly Change[] {
  const key = pair(application.id, user.id)
  const known = appUserOf(org, application.id, user.id)
  const at = new Date(maker.now).toISOString()
  const { error: _, ...kept }: Partial<AppUser> = known ?? {}
  const next: AppUser = {
    ...{ id: maker.id('0ua'), appId: application.id, userId: user.id, scope: 'USER', userName },
    profile: appProfile(application, user, []),
    created: at,
    ...kept,
    ...{ status: 'IMPORTED', syncState: 'SYNCHRONIZED', externalId: id },
    ...{ lastUpdated: at, statusChanged: at, lastSync: at },
  }
  const assigned = known ? [] : [put('assignment', key, { appId: application.id, type: 'user', id: user.id } as const)]
  return [...assigned, put('appUser', key, next)]
}
