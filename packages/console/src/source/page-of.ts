// One page of a view whose items are in memory, as the control surface answers it (docs/reference/control-surface.md).
import {
  PAGE_SIZE,
  type PageQuery,
  RESERVED_WORDS,
  readCondition,
  readList,
  readSort,
  textOfValue,
  viewPage,
} from '@scimulator/shared/paging'
import { ControlError, type Item, type Page, type ViewQuery } from './source.ts'

type AnyItem = Item<Readonly<Record<string, unknown>>>

const RESERVED: ReadonlySet<string> = new Set(RESERVED_WORDS)

/** @throws ControlError for words that only the program itself can read */
export function pageOf(items: readonly AnyItem[], query: ViewQuery): Page<AnyItem['value']> {
  const own = Object.entries(query).filter(([word, value]) => !RESERVED.has(word) && value !== undefined)
  const found = items.filter((item) => own.every(([word, value]) => hasOwn(item, word, value)))
  return { ...viewPage(found, pageQuery(query)), dropped: 0 }
}

function pageQuery({ offset, limit, sort, q, where = [], fields }: ViewQuery): PageQuery {
  return {
    offset: Number(offset ?? 0),
    limit: Number(limit ?? PAGE_SIZE),
    sort: readSort(String(sort ?? '')),
    where: (typeof where === 'object' ? where : [String(where)]).map(readCondition),
    ...(q === undefined ? {} : { q: String(q) }),
    ...(fields === undefined ? {} : { fields: readList(String(fields)) }),
  }
}

/** A view's own word that is the name of a member selects by it; what others do, only the program knows. */
function hasOwn(item: AnyItem, word: string, value: ViewQuery[string]): boolean {
  if (!Object.hasOwn(item.value, word))
    throw new ControlError('refused', `A recording does not hold what "${word}" would select.`)
  return textOfValue(item.value[word]) === String(value)
}
