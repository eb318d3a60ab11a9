// Words of a view's own query that a recording can answer from the items alone, as the program answers them. A test asks both.
import type { Item, ViewQuery } from './source.ts'

type AnyItem = Item<Readonly<Record<string, unknown>>>
type Word = (value: AnyItem['value'], asked: string) => boolean

const PERIOD = (field: string): Readonly<Record<string, Word>> => ({
  from: (value, asked) => Date.parse(String(value[field])) >= Date.parse(asked),
  to: (value, asked) => Date.parse(String(value[field])) < Date.parse(asked),
})

const names = (value: unknown): readonly string[] => [Object(value).id, Object(value).displayName].map(String)
const isYes = (is: boolean, asked: string): boolean => is === (asked === 'yes')

const WORDS: Readonly<Record<string, Readonly<Record<string, Word>>>> = {
  'entra.users': {
    deleted: ({ deletedDateTime }, asked) => isYes(deletedDateTime !== undefined, asked),
    blocked: ({ accountEnabled }, asked) => isYes(accountEnabled === false, asked),
  },
  // What a page leaves out for its size, a recording has.
  'okta.groups': { members: () => true },
  'entra.provisioning-logs': {
    ...PERIOD('activityDateTime'),
    source: ({ name }, asked) => name === asked,
    identity: ({ name, sourceIdentity, targetIdentity }, asked) =>
      [name, Object(sourceIdentity).id, ...names(targetIdentity)].some((one) =>
        String(one).toLowerCase().includes(asked.toLowerCase()),
      ),
    app: ({ servicePrincipal }, asked) => names(servicePrincipal).includes(asked),
    cycle: ({ cycleId }, asked) => cycleId === asked,
    change: ({ changeId }, asked) => changeId === asked,
    job: ({ jobId }, asked) => jobId === asked,
  },
  'entra.audit-logs': {
    ...PERIOD('at'),
    app: ({ appName, servicePrincipalId }, asked) => [appName, servicePrincipalId].includes(asked),
    job: ({ jobId }, asked) => jobId === asked,
  },
}

/** What there is for the words of the view's own, and the words that are still to be asked. */
export function answeredWords(
  view: string,
  items: readonly AnyItem[],
  query: ViewQuery,
): { readonly items: readonly AnyItem[]; readonly rest: ViewQuery } {
  const known = WORDS[view] ?? {}
  // Logs are the views that have an order of their own: as they were written, or turned round.
  const { order, ...words } = known.from ? query : { order: undefined, ...query }
  const [own, rest] = [Object.entries(words), { ...words }]
  const asked = own.flatMap(([word, value]) => {
    const fits = known[word]
    if (fits === undefined) return []
    delete rest[word]
    return value === undefined ? [] : [(item: AnyItem) => fits(item.value, String(value))]
  })
  const found = items.filter((item) => asked.every((fits) => fits(item)))
  return { items: order === 'newest' ? found.reverse() : found, rest }
}
