// Attributes whose JSON type is not the one of RFC 7643 §4.1 to §4.3: a client with a typed model cannot read the resource at all.
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '@scimulator/shared/scim'
import { ENTERPRISE, valueAt } from './answer.ts'

const TEXTS = [
  'userName',
  'displayName',
  'externalId',
  'title',
  'userType',
  'locale',
  'name.givenName',
  'name.familyName',
]
const LISTS = ['emails', 'phoneNumbers', 'addresses', 'roles', 'groups', 'members', 'entitlements', 'ims', 'photos']
const OBJECTS = ['name', 'meta', ENTERPRISE]

/** Sentences without full stop, one for each attribute of a wrong type; null and absent are right everywhere. */
export function wrongTypes(resource: JsonObject): string[] {
  return [
    ...TEXTS.filter((path) => isWrong(valueAt(resource, path), (value) => typeof value === 'string')).map(
      (path) => `${path} is not a string`,
    ),
    ...LISTS.filter((path) => isWrong(resource[path], isListOfObjects)).map(
      (path) => `${path} is not a list of objects`,
    ),
    ...OBJECTS.filter((path) => isWrong(resource[path], isJsonObject)).map((path) => `${path} is not an object`),
  ]
}

function isWrong(value: JsonValue | undefined, isRight: (value: JsonValue) => boolean): boolean {
  return value !== undefined && value !== null && !isRight(value)
}

function isListOfObjects(value: JsonValue): boolean {
  return isJsonArray(value) && value.every(isJsonObject)
}
