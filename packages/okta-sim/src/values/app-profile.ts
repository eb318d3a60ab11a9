// What a person is called and has at an application: the mappings, carried out.
import { evaluate, Failure, parseExpression, SyntaxFault, type Tree } from '../expression/index.ts'
import type { Application, Mapping } from './application.ts'
import { Profile, type User } from './user.ts'

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
  return mappings.flatMap((mapping) => {
    const { externalName, externalNamespace, pushStatus } = mapping
    const place = { externalName, externalNamespace }
    if (known !== undefined && pushStatus === 'DONT_PUSH')
      return known.filter((one) => isAt(one, place)).map((one) => ({ ...one, onCreateOnly: true as const }))
    const value = sourceValue(profile, mapping)
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

/** Names of attributes whose expression comes to nothing for this person (O823). */
export function invalidFor({ mappings }: Application, { profile }: User): readonly string[] {
  const expressions = mappings.filter(({ source }) => source !== 'emailType' && !isAttribute(source))
  const failed = expressions.filter((mapping) => expressed(profile, mapping) === FAILED)
  return failed.map(({ externalName }) => externalName)
}

function sourceValue(profile: Profile, mapping: Mapping): string | undefined {
  const { source } = mapping
  if (source === 'emailType') return profile.email === '' ? undefined : 'work'
  const value = isAttribute(source) ? profile[source] : expressed(profile, mapping)
  return value === '' || value === FAILED ? undefined : value
}

function isAttribute(source: string): source is keyof Profile {
  return Object.hasOwn(Profile.shape, source)
}

const FAILED = Symbol('failed')

/** An expression of null sends nothing (O824). */
function expressed(profile: Profile, mapping: Mapping): string | undefined | typeof FAILED {
  try {
    const value = evaluate(treeOf(mapping), profile, mapping.nullAs ?? 'empty')
    if (value === null) return undefined
    return typeof value === 'object' ? value.join(',') : `${value}`
  } catch (error) {
    if (error instanceof Failure || error instanceof SyntaxFault) return FAILED
    throw error
  }
}

const trees = new WeakMap<Mapping, Tree>()

function treeOf(mapping: Mapping): Tree {
  const tree = trees.get(mapping) ?? parseExpression(mapping.source)
  trees.set(mapping, tree)
  return tree
}
