import { z } from 'zod'

export const NoticePage = z.enum(['Members and Departments', 'User Groups', 'Field Management'])
export type NoticePage = z.infer<typeof NoticePage>

/**
 * Lark C04: what a page shows after a sync. One notice per page and source gathers what changed until somebody has seen it; the
 * console and the mobile app read the same ones.
 */
export interface Notice {
  readonly organisation: string
  readonly page: NoticePage
  readonly source: string
  readonly since: number
  readonly until: number
  /** How many of each: `members created`, `departments created`, `fields synchronized`. */
  readonly counts: Readonly<Record<string, number>>
}

export function noticeKey({ organisation, page, source }: Pick<Notice, 'organisation' | 'page' | 'source'>): string {
  return JSON.stringify([organisation, page, source])
}
