// What an import makes of the people whom it was shown (O501 to O520). Pure.
import { VerbError } from '@scimulator/shared/behaviour'
import { appProfile } from '../values/app-profile.ts'
import type { AppUser } from '../values/app-user.ts'
import type { Application } from '../values/application.ts'
import type { Account, ImportRun } from '../values/import-run.ts'
import type { Outcome } from '../values/outcome.ts'
import type { User } from '../values/user.ts'
import { type Change, put, type Step, steps } from './changes.ts'
import { appUserOf, type Org, pair } from './org.ts'
import { appTarget, job, type Maker } from './reconcile.ts'

/** "Import Now". @throws VerbError `conflict` while one is under way, or without a connection */
export function beginImport(org: Org, application: Application, maker: Maker): Step {
  if (!application.connection) throw new VerbError('conflict', 'Enable provisioning before people are imported.')
  if (org.get('importRun', application.id)?.status === 'RUNNING')
    throw new VerbError('conflict', `An import of ${application.label} is under way.`)
  const started = new Date(maker.now).toISOString()
  const run: ImportRun = { appId: application.id, status: 'RUNNING', started, ...NOTHING_YET }
  const log = [{ eventType: 'system.import.start', target: [appTarget(application)] }]
  const begun = { changes: [put('importRun', application.id, run)], log }
  return steps(begun, job(application, { kind: 'import', start: 1, accounts: [] }, maker))
}

const NOTHING_YET = { scanned: 0, matched: [], unmatched: [], unchanged: 0 }

/** What the import comes to, once everybody is read or it has failed. */
export function endImport(org: Org, application: Application, { read, failed }: Outcome, maker: Maker): Step {
  const at = new Date(maker.now).toISOString()
  const run = org.get('importRun', application.id)
  const known = { appId: application.id, started: run?.started ?? at, ended: at }
  const target = [appTarget(application)]
  if (failed === undefined) return importAccounts(org, application, read?.accounts ?? [], known, maker)
  const error = `Import failed: ${failed}`
  const failure: ImportRun = { ...known, status: 'FAILED', ...NOTHING_YET, error }
  const log = [{ eventType: 'system.import.complete', target, reason: failed, isJob: true as const }]
  return { changes: [put('importRun', application.id, failure)], log }
}

/** Exact matches by user name, else by email, are confirmed (O510 to O515); inactive accounts were left out before (O509). */
function importAccounts(
  org: Org,
  application: Application,
  accounts: readonly Account[],
  known: Pick<ImportRun, 'appId' | 'started' | 'ended'>,
  maker: Maker,
): Step {
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
  const run: ImportRun = { ...known, status: 'DONE', scanned: accounts.length, matched, unmatched, unchanged }
  const log = [{ eventType: 'system.import.complete', target, isJob: true as const }]
  return { changes: [...changes, put('importRun', application.id, run)], log }
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
