import { defineView } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { Desk } from '../acts/desk.ts'
import { type Notice, NoticePage } from '../log/notice.ts'
import { OrganisationQuery } from './organisation-query.ts'

export const NoticeItem = z.object({
  page: NoticePage.describe('Page of the Lark Admin Console that shows it'),
  source: z.string().describe('Name of the sync source'),
  text: z.string().describe('What the page says, such as 2 members created, 1 department created'),
  counts: z.record(z.string(), z.number().int()).describe('How many of each, such as members created'),
  since: z.string().describe('When the first change that it counts happened, ISO 8601 in UTC'),
  until: z.string().describe('When the last change that it counts happened, ISO 8601 in UTC'),
})

export const NoticesQuery = OrganisationQuery.extend({ page: NoticePage.optional() })

/** Lark C04; the mobile app shows the same notices. */
export function notices(desk: Desk) {
  return defineView({
    name: 'notices',
    describes: 'What the pages Members and Departments, User Groups and Field Management say after a sync.',
    query: NoticesQuery,
    item: NoticeItem,
    watches: ['notice', 'source'],
    read({ organisation, page }) {
      const all = [...desk.profile.state.notices()]
      const shown = all.filter((one) => one.organisation === organisation && (page === undefined || one.page === page))
      return shown.map((notice) => item(desk, notice, shown))
    },
  })
}

function item(desk: Desk, notice: Notice, shown: readonly Notice[]) {
  const { page, counts, since, until } = notice
  const source = desk.profile.state.source(notice.source)?.name ?? notice.source
  const text = Object.entries(counts).map(([what, count]) => counted(what, count))
  const isOnly = shown.filter((one) => one.page === page).length === 1
  return {
    key: isOnly ? page : `${page}: ${source}`,
    value: { page, source, text: text.join(', '), counts, since: isoTime(since), until: isoTime(until) },
  }
}

/** `1 department created`, `2 departments created`. */
function counted(what: string, count: number): string {
  return `${count} ${count === 1 ? what.replace(/s(?= \w+$)/, '') : what}`
}
