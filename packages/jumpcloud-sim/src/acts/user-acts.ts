import { VerbError } from '@scimulator/shared/behaviour'
import { type ActContext, instant } from '../directory/context.ts'
import type { Address, PhoneNumber, SystemUser, UserChanges, UserFields } from '../directory/system-user.ts'
import { settleState } from '../directory/user-state.ts'
import type { DirectoryEvent } from '../state/directory-event.ts'
import type { OrgView } from '../state/view.ts'

const FIRST_UNIX_ID = 5_000

/** A new user. `creationSource` tells where the user comes from; if no state is given, the organisation's default for that source applies. */
export function createUser(
  view: OrgView,
  fields: UserFields,
  context: ActContext,
  creationSource = 'jumpcloud:manual',
): Extract<DirectoryEvent, { kind: 'user-created' }> {
  const { password, addresses = [], phoneNumbers = [], ...given } = fields
  const defaults = view.organization?.settings.newSystemUserStateDefaults
  const usual = creationSource === 'jumpcloud:manual' ? defaults?.manualEntry : defaults?.applicationImport
  const user: SystemUser = {
    ...emptyUser(view, context),
    ...withoutAbsent(given),
    ...settleState(given, usual ?? 'ACTIVATED'),
    ...passwordFacts(password, context),
    addresses: withIds(addresses, context, 'address'),
    phoneNumbers: withIds(phoneNumbers, context, 'phone'),
    _id: context.ids.objectId('systemuser'),
    creationSource,
  }
  refuseTaken(view, user)
  return { kind: 'user-created', user }
}

/** Changes the fields that are given, despite the name of the PUT that asks for it. Nothing changed gives no event. */
export function updateUser(
  view: OrgView,
  before: SystemUser,
  fields: UserChanges,
  context: ActContext,
): DirectoryEvent | undefined {
  const { password, addresses, phoneNumbers, ...given } = fields
  if (given.state === 'STAGED' && before.state !== 'STAGED') {
    throw new VerbError('invalid', `${before.username} cannot be staged again: state may become ACTIVATED or SUSPENDED`)
  }
  const after: SystemUser = {
    ...before,
    ...withoutAbsent(given),
    ...settleState(given, before.state),
    ...passwordFacts(password, context),
    ...(addresses ? { addresses: withIds(addresses, context, 'address') } : {}),
    ...(phoneNumbers ? { phoneNumbers: withIds(phoneNumbers, context, 'phone') } : {}),
    ...lockFacts(before, given.account_locked, context),
  }
  refuseTaken(view, after)
  if (password === undefined && JSON.stringify(after) === JSON.stringify(before)) return undefined
  return { kind: 'user-updated', before, after, ...(password === undefined ? {} : { password }) }
}

/** Memberships end with the user; that follows from the deletion. */
export function deleteUser(user: SystemUser): DirectoryEvent {
  return { kind: 'user-deleted', user }
}

function emptyUser(view: OrgView, { now }: ActContext): Omit<SystemUser, '_id' | 'username' | 'email'> {
  const unixId = FIRST_UNIX_ID + view.users.size
  return {
    firstname: '',
    middlename: '',
    lastname: '',
    displayname: '',
    state: 'ACTIVATED',
    activated: false,
    suspended: false,
    account_locked: false,
    account_locked_date: null,
    password_expired: false,
    password_expiration_date: null,
    password_never_expires: false,
    password_date: null,
    jobTitle: '',
    department: '',
    company: '',
    costCenter: '',
    employeeType: '',
    location: '',
    description: '',
    addresses: [],
    phoneNumbers: [],
    attributes: [],
    relationships: [],
    sudo: false,
    unix_uid: unixId,
    unix_guid: unixId,
    totp_enabled: false,
    creationSource: '',
    organization: view.organization?.id ?? '',
    created: instant(now),
  }
}

/** Username, email and employee identifier are unique in the organisation (JumpCloud PowerShell module, import checks). */
export function refuseTaken(
  view: Pick<OrgView, 'userByName' | 'userByEmail' | 'userByEmployeeIdentifier'>,
  user: Pick<UserFields, 'username' | 'email' | 'employeeIdentifier'> & { readonly _id?: string },
): void {
  const holders = {
    username: view.userByName(user.username),
    email: view.userByEmail(user.email),
    employeeIdentifier: user.employeeIdentifier ? view.userByEmployeeIdentifier(user.employeeIdentifier) : undefined,
  }
  for (const [field, holder] of Object.entries(holders)) {
    if (holder && holder._id !== user._id) {
      throw new VerbError('conflict', `The ${field} of ${user.username} is taken by ${holder.username} (${holder._id})`)
    }
  }
}

/** A new password ends registration and expiry. */
function passwordFacts(password: string | undefined, { now }: ActContext): Partial<SystemUser> {
  if (password === undefined) return {}
  return { activated: true, password_date: instant(now), password_expired: false, password_expiration_date: null }
}

function lockFacts(before: SystemUser, locked: boolean | undefined, { now }: ActContext): Partial<SystemUser> {
  if (locked === undefined || locked === before.account_locked) return {}
  return { account_locked: locked, account_locked_date: locked ? instant(now) : null }
}

function withIds<Entry extends Address | PhoneNumber>(
  entries: readonly Entry[],
  { ids }: ActContext,
  kind: string,
): readonly Entry[] {
  return entries.map((entry) => ({ ...entry, id: entry.id ?? ids.objectId(kind) }))
}

function withoutAbsent<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]: Exclude<Fields[Key], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  // Only keys whose value is there are left, which is what the type says.
  return Object.fromEntries(entries) as { [Key in keyof Fields]: Exclude<Fields[Key], undefined> }
}
