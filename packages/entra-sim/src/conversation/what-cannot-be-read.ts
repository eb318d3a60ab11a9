// Whether the service can deserialise a resource that a target returned. Its client reads into typed classes, so that one value of
// another JSON type spoils the whole resource (Microsoft Q&A 5618325: primary as text; budibase#15369: a manager that is a text).
import {
  findWrongTypes,
  groupResourceType,
  isJsonObject,
  userResourceType,
  type WrongType,
} from '@scimulator/shared/scim'
import type { EntraSwitches } from '../behaviour.ts'
import type { TargetResource } from '../mapping/index.ts'

/** The first value of a type that cannot be read, as a sentence; undefined when all is well. Unknown attributes are passed over. */
export function whatCannotBeRead(
  resource: TargetResource,
  type: 'User' | 'Group',
  { answerTypes }: Pick<EntraSwitches, 'answerTypes'>,
): string | undefined {
  if (!isJsonObject(resource)) return undefined
  const wrong = findWrongTypes(resource, type === 'User' ? userResourceType : groupResourceType)
  // An empty text in place of a list was read (Microsoft Q&A 1295286).
  const counted = wrong.filter(({ path }) => resource[path] !== '')
  const first = counted.find((one) => answerTypes === 'schema' || wasReported(one))
  return first && `${first.path} is ${PHRASES[first.received]}, not ${PHRASES[first.expected]}.`
}

/** What people have seen to fail, apart from answers that are no resource at all. */
function wasReported({ path }: WrongType): boolean {
  return /(\.primary|:manager)$/i.test(path)
}

const PHRASES = {
  string: 'a string',
  boolean: 'a boolean',
  number: 'a number',
  array: 'an array',
  object: 'an object',
} as const
