import { z } from 'zod'
import { type Issue, VerbError } from '../behaviour/index.ts'
import {
  PAGE_SIZE,
  type PageQuery as Paged,
  RESERVED_WORDS,
  readCondition,
  readList,
  readSort,
  textOfValue,
} from '../paging/index.ts'

const LARGEST_PAGE = 1_000
const RESERVED: readonly string[] = RESERVED_WORDS

/** Reads `-time,name`. */
const Sort = z.string().transform(readSort)

/** Reads `status:Active`; the first colon parts the two. */
const Condition = z
  .string()
  .regex(/^[^:]+:/, 'Write field:value, such as status:Active')
  .transform(readCondition)

/** The reserved words of a view's query. A view's own words are all others. */
export const PageQuery = z.object({
  offset: z.coerce.number().int().min(0).default(0).describe('How many items are skipped'),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(LARGEST_PAGE)
    .default(PAGE_SIZE)
    .describe(`At most so many items; ${PAGE_SIZE} when left out, ${LARGEST_PAGE} at most`),
  sort: Sort.default([]).describe(
    'Fields with commas between them; a minus before one turns its order round: `-at,name`',
  ),
  q: z.string().optional().describe('Only items that have this text anywhere, in any case'),
  where: z
    .array(Condition)
    .default([])
    .describe('Only items whose field has exactly this value: `where=status:Active`. Several must all hold'),
  fields: z
    .string()
    .transform(readList)
    .optional()
    .describe('Only these members of each value, with commas between them'),
})
export type PageQuery = Paged

export interface ReadQuery {
  readonly page: PageQuery
  /** What is the view's own to read. */
  readonly own: Readonly<Record<string, unknown>>
}

/** Parts the query of a URL. @throws VerbError `invalid` for a reserved word with a value that it cannot have */
export function readUrlQuery(search: string): ReadQuery {
  const words = new URLSearchParams(search)
  const where = words.getAll('where')
  return readQuery({ ...Object.fromEntries(words), ...(where.length > 0 ? { where } : {}) })
}

/** The same of a JSON body, where `where` is a map or a list of texts. */
export function readBodyQuery(body: unknown): ReadQuery {
  if (body === undefined) return readQuery({})
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new VerbError('invalid', 'The query of a view is an object')
  const words: Record<string, unknown> = { ...body }
  const { where } = words
  const isMap = typeof where === 'object' && where !== null && !Array.isArray(where)
  return readQuery(
    isMap
      ? { ...words, where: Object.entries(where).map(([field, value]) => `${field}:${textOfValue(value)}`) }
      : words,
  )
}

function readQuery(words: Readonly<Record<string, unknown>>): ReadQuery {
  const entries = Object.entries(words)
  const parsed = PageQuery.safeParse(Object.fromEntries(entries.filter(([word]) => RESERVED.includes(word))))
  if (!parsed.success) throw new VerbError('invalid', z.prettifyError(parsed.error), issuesOf(parsed.error))
  return { page: parsed.data, own: Object.fromEntries(entries.filter(([word]) => !RESERVED.includes(word))) }
}

function issuesOf({ issues }: z.ZodError): readonly Issue[] {
  return issues.map(({ path, message }) => ({ path: path.map(String), message }))
}
