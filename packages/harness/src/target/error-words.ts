// What an endpoint says when it refuses may name anybody. Only words that name nobody are kept of it: those of the request, those of the
// protocol, and the plain words of which error messages are made.
import { enterpriseUserSchema, groupSchema, userSchema } from '@scimulator/shared/scim'
import { PLAIN_WORDS } from './plain-words.ts'

const HIDDEN = '…'

const PROTOCOL_WORDS =
  'urn ietf params scim api messages schemas core extension enterprise 2.0 v1 v2 error errors status detail details scimtype ' +
  'invalidfilter toomany uniqueness mutability invalidsyntax invalidpath notarget invalidvalue invalidvers sensitive ' +
  'listresponse patchop operations resources resourcetype resourcetypes serviceproviderconfig totalresults itemsperpage ' +
  'startindex count cursor nextcursor previouscursor invalidcursor expiredcursor invalidcount filter attributes excludedattributes sortby bulk bulkid id meta location created lastmodified version ' +
  'http https www doctype html head body title meta h1 h2 p pre div span br hr center script style lang en utf-8 charset ' +
  'content-type application json text plain get post put patch delete bearer token oauth nginx apache cloudflare'

const KNOWN: ReadonlySet<string> = new Set(
  [
    PROTOCOL_WORDS,
    PLAIN_WORDS,
    ...[userSchema, groupSchema, enterpriseUserSchema].flatMap(({ attributes }) =>
      attributes.flatMap(({ name, subAttributes = [] }) => [name, ...subAttributes.map((sub) => sub.name)]),
    ),
  ]
    .join(' ')
    .toLowerCase()
    .split(/\s+/),
)

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}._@+'’-]*[\p{L}\p{N}\p{M}])?/gu

/** @param known words of the request, in lower case */
export function plainError(text: string, known: ReadonlySet<string>): string {
  return text.replace(WORD, (word) => (isKept(word, known) ? word : HIDDEN)).replace(/…(?:[\s,]*…)+/g, HIDDEN)
}

/** The words of it that may be a name, replaced. */
export function renamedError(text: string, other: (word: string) => string): string {
  return text.replace(WORD, (word) => (isKept(word, NONE) ? word : other(word)))
}

const NONE: ReadonlySet<string> = new Set()

/** The words of a text, in lower case, and their parts. */
export function wordsIn(text: string): Set<string> {
  const words = [...text.matchAll(WORD)].map(([word]) => word.toLowerCase())
  return new Set(words.flatMap((word) => [word, ...word.split(/[._@+'’-]/)]))
}

function isKept(word: string, known: ReadonlySet<string>): boolean {
  const lower = word.toLowerCase()
  if (KNOWN.has(lower) || known.has(lower) || /^\d{1,3}$/.test(word)) return true
  const parts = lower.split(/[._@+'’-]/)
  return parts.length > 1 && parts.every((part) => part === '' || KNOWN.has(part) || known.has(part))
}
