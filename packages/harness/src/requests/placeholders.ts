// Ids by name. What the endpoint gives is named after the person or group; what the identity provider makes anew each time has a name too.
const UUID = /(?<=\b|%[0-9a-f]{2})[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f])/gi
const TIME = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g

const NEW_UUID = 'newUuid'
const NEW_DATE = 'newDate'

export function placeholder(name: string): string {
  return `{{${name}}}`
}

/** `ids`: the name of each id that the endpoint has given. */
export function named(text: string, ids: ReadonlyMap<string, string>): string {
  return text
    .replace(UUID, (id) => placeholder(ids.get(id.toLowerCase()) ?? NEW_UUID))
    .replace(TIME, placeholder(NEW_DATE))
}

/** The names that a text uses, each once. */
export function placeholdersIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name))]
}

/** A text with values in the place of names; a name without a value stays. */
export function filled(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name) => values.get(name) ?? whole)
}
