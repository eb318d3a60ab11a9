// What a person is called and has at an application: the mappings, carried out.
import type { Application, Mapping } from './application.ts'
import type { Profile, User } from './user.ts'

export interface AttributeValue {
  readonly externalName: string
  readonly externalNamespace: string
  /** Undefined for an attribute of which the person has no value. */
  readonly value?: string
  readonly onCreateOnly?: true
}

export function appProfile({ mappings }: Application, { profile }: User): readonly AttributeValue[] {
  return mappings.map(({ externalName, externalNamespace, source, pushStatus }) => {
    const value = sourceValue(profile, source)
    return {
      ...{ externalName, externalNamespace },
      ...(value === undefined ? {} : { value }),
      ...(pushStatus === 'DONT_PUSH' ? { onCreateOnly: true } : {}),
    }
  })
}

function sourceValue(profile: Profile, source: Mapping['source']): string | undefined {
  if (source === 'emailType') return profile.email === '' ? undefined : 'work'
  const value = profile[source]
  return value === '' ? undefined : value
}
