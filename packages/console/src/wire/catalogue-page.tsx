import { listPage } from '../parts/list-page.tsx'

/** Where the marks and the findings of exchanges lead. */
export const CataloguePage = listPage({
  title: 'Catalogue',
  place: 'Quirks of identity providers, and what can be wrong with an endpoint',
  view: 'world.catalogue',
  columns: [
    { field: 'id', label: 'Id', width: '180px', isInCard: true },
    { field: 'title', label: 'What happens', width: '2.4fr', isHeading: true },
    { field: 'kind', label: 'Kind', width: '110px', choices: ['quirk', 'fault', 'restriction'], isInCard: true },
    { field: 'hurts', label: 'Whom it hurts', width: '2fr', isWideOnly: true },
  ],
  empty: 'Nothing is in the catalogue.',
  heading: ({ value }) => value.title,
})
