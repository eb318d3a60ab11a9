/** Which items of a view a page shows, by the words of a query. Pure; pages load it too. */
export {
  PAGE_SIZE,
  type PagedItem,
  type PageQuery,
  RESERVED_WORDS,
  readCondition,
  readList,
  readSort,
  type ViewPage,
} from './page-query.ts'
export { textOfValue, viewPage } from './view-page.ts'
