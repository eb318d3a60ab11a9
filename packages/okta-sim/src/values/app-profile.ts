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

/**
 * @param known what somebody has who is at the application already: their attributes of create only stay as they became then, and those
 * that they have not are left out (O304, O801)
 */
export function appProfile(
  { mappings }: Application,
  { profile }: User,
  known?: readonly AttributeValue[],
): readonly AttributeValue[] {
  return mappings.flatMap(({ externalName, externalNamespace, source, pushStatus }) => {
    const place = { externalName, externalNamespace }
    if (known !== undefined && pushStatus === 'DONT_PUSH')
      return known.filter((one) => isAt(one, place)).map((one) => ({ ...one, onCreateOnly: true as const }))
    const value = sourceValue(profile, source)
    return [
      {
        ...place,
        ...(value === undefined ? {} : { value }),
        ...(pushStatus === 'DONT_PUSH' ? { onCreateOnly: true as const } : {}),
      },
    ]
  })
}

type Place = Pick<AttributeValue, 'externalName' | 'externalNamespace'>

function isAt(one: Place, place: Place): boolean {
  return one.externalName === place.externalName && one.externalNamespace === place.externalNamespace
}

function sourceValue(profile: Profile, source: Mapping['source']): string | undefined {
  if (source === 'emailType') return profile.email === '' ? undefined : 'work'
  const value = profile[source]
  return value === '' ? undefined : value
}
