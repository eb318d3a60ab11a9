import { listPage } from '../parts/list-page.tsx'
import { words } from './words.ts'

/** What the product would have sent by mail; nothing is really sent. */
export const MessagesPage = listPage({
  title: words.messages,
  place: 'Simulator only',
  view: 'lark.outbox',
  columns: [
    { field: 'subject', label: 'Subject', width: '2.4fr' },
    { field: 'at', label: 'Time', width: '150px', as: 'moment', isInCard: true },
    {
      field: 'kind',
      label: 'Kind',
      width: '140px',
      choices: ['new member', 'sync failure', 'token expired'],
      isInCard: true,
    },
    { field: 'to', label: 'To', width: '1.8fr' },
  ],
  sort: '-at',
  empty:
    'No message was sent. New members are told where the sync source says so, and administrators hear of failures and of expired tokens.',
  heading: ({ value }) => value.subject,
})
