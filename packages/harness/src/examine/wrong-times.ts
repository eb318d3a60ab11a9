// The form of meta.created and meta.lastModified: an xsd:dateTime, as RFC 7643 §2.3.5 has it.
import { isJsonObject, type JsonObject } from '@scimulator/shared/scim'

const DATE_TIME = /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/

/** Sentences without full stop, one for each time that is none; null and absent are right. */
export function wrongTimes({ meta }: JsonObject): string[] {
  if (!isJsonObject(meta)) return []
  return (['created', 'lastModified'] as const).flatMap((name) => {
    const value = meta[name]
    const isRight = value === undefined || value === null || (typeof value === 'string' && DATE_TIME.test(value))
    return isRight ? [] : [`meta.${name} is ${JSON.stringify(value)}`]
  })
}
