import { appProfile } from '../values/app-profile.ts'
import type { AppUser } from '../values/app-user.ts'
import type { Application } from '../values/application.ts'
import type { User } from '../values/user.ts'
import type { Json } from './operation.ts'
import { renderUser } from './render-user.ts'

/** A person at an application as the API answers (O924, O925); `id` is the person's own. */
export function renderAppUser(
  application: Application,
  user: User,
  appUser: AppUser,
  { origin, isExpanded }: { readonly origin: string; readonly isExpanded: boolean },
): Json {
  const { externalId, created = null, lastUpdated = null, statusChanged = null, lastSync = null } = appUser
  const { scope, status, syncState, userName } = appUser
  return {
    ...{ id: user.id, ...(externalId === undefined ? {} : { externalId }) },
    ...{ created, lastUpdated, scope, status, statusChanged, passwordChanged: null, syncState, lastSync },
    credentials: { userName },
    profile: appAttributes(application, user, appUser.profile),
    _links: {
      app: { href: `${origin}/api/v1/apps/${application.id}` },
      user: { href: `${origin}/api/v1/users/${user.id}` },
    },
    ...(isExpanded ? { _embedded: { user: renderUser(user, origin) } } : {}),
  }
}

/** The profile of the application by the names of its attributes: those of the endpoint, without what selects in them. */
export function appAttributes(
  application: Application,
  user: User,
  known?: AppUser['profile'],
): Readonly<Record<string, string | null>> {
  const values = appProfile(application, user, known).map(
    ({ externalName, value }) => [variableOf(externalName), value ?? null] as const,
  )
  return Object.fromEntries(values)
}

/** `emails.^[primary==true].value` is `email`, `.type` of it `emailType`, `name.givenName` is `givenName`. */
export function variableOf(externalName: string): string {
  const [, list, member] = /^(\w+?)s\.\^\[primary==true\]\.(value|type)$/.exec(externalName) ?? []
  if (list !== undefined) return member === 'type' ? `${list}Type` : list
  return externalName.split('.').at(-1) ?? externalName
}
