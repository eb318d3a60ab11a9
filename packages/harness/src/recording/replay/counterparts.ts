// What the recording says and what stands for it at the other endpoint: ids, versions, times. Learnt from answers, put into requests. Only
// these are replaced, in the text as it was written, so that the order of names and every other byte stays.
import { unescaped } from '@scimulator/shared/http'
import { asText, isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '@scimulator/shared/scim'

export interface Counterparts {
  /** Two answers to the same question: their resources are the same ones. */
  learn(recorded: JsonValue | undefined, replayed: JsonValue | undefined): void
  /** One resource for another. */
  pair(recorded: string, replayed: string): void
  /** Undefined for one that was not seen. */
  of(id: string): string | undefined
  url(text: string): string
  text(text: string): string
}

/** So short an id may be any other value as well: it is replaced only where an id must be. */
const SHORT = 6

export function createCounterparts(): Counterparts {
  const ids = new Map<string, string>()
  const values = new Map<string, string>()
  const idOf = (id: string): string => ids.get(id) ?? id
  return {
    learn(recorded, replayed) {
      for (const [one, other] of pairsIn(recorded, replayed)) {
        if (typeof one.id === 'string' && typeof other.id === 'string') ids.set(one.id, other.id)
        learnMeta(one.meta, other.meta, values)
      }
    },
    pair: (recorded, replayed) => void ids.set(recorded, replayed),
    of: (id) => ids.get(id),
    url: (url) => {
      const [path = '', ...query] = url.split('?')
      const asked = path.replace(
        /\/(Users|Groups)\/([^/]+)$/,
        (_all, place: string, id: string) => `/${place}/${encoded(idOf(unescaped(id)))}`,
      )
      return [
        asked,
        ...query.map((one) => one.replace(/%22([^%&]+)%22/g, (_all, id: string) => `%22${idOf(id)}%22`)),
      ].join('?')
    },
    text: (text) => {
      const quoted = text.replace(/(\\?")([^"\\]+)(\\?")/g, (all, from: string, value: string, to: string) =>
        value.length < SHORT || from !== to ? all : `${from}${values.get(value) ?? idOf(value)}${to}`,
      )
      return quoted
        .replace(
          /("(?:value|id|manager)"\s*:\s*")([^"\\]+)"/g,
          (_all, before: string, id: string) => `${before}${idOf(id)}"`,
        )
        .replace(
          /(\beq \\")([^"\\]+)(\\")/g,
          (_all, before: string, id: string, after: string) => `${before}${idOf(id)}${after}`,
        )
        .replace(/(\/(?:Users|Groups)\/)([^"/\\]+)"/g, (_all, before: string, id: string) => `${before}${idOf(id)}"`)
    },
  }
}

/** Resources of two answers that are the same: the only ones, or those of one name. */
function pairsIn(
  one: JsonValue | undefined,
  other: JsonValue | undefined,
): readonly (readonly [JsonObject, JsonObject])[] {
  if (!isJsonObject(one) || !isJsonObject(other)) return []
  const [these, those] = [one.Resources, other.Resources]
  if (!isJsonArray(these) || !isJsonArray(those)) return [[one, other]]
  const found = those.filter(isJsonObject)
  return these.filter(isJsonObject).flatMap((resource) => {
    const same =
      found.length === 1 && these.length === 1 ? found[0] : found.find((each) => nameOf(each) === nameOf(resource))
    return same ? [[resource, same] as const] : []
  })
}

/** A schema is called by its URN, which both have. */
function nameOf({ userName, displayName, id }: JsonObject): string {
  return asText(userName ?? displayName ?? id).toLowerCase()
}

const OF_META = ['version', 'created', 'lastModified'] as const

function learnMeta(one: JsonValue | undefined, other: JsonValue | undefined, values: Map<string, string>): void {
  if (!isJsonObject(one) || !isJsonObject(other)) return
  for (const name of OF_META) {
    const [recorded, replayed] = [one[name], other[name]]
    if (typeof recorded === 'string' && typeof replayed === 'string') values.set(recorded, replayed)
  }
}

function encoded(id: string): string {
  return encodeURIComponent(id)
}
