import { type Notice, type NoticePage, noticeKey } from '../log/notice.ts'
import type { LarkChange } from '../state/lark-change.ts'
import type { LogLine } from './attempt.ts'
import type { Circumstances } from './circumstances.ts'

const PAGE: Readonly<Record<LogLine['object'], NoticePage>> = {
  member: 'Members and Departments',
  department: 'Members and Departments',
  'job title': 'Members and Departments',
  'user group': 'User Groups',
}

/** Lark C04: what the pages say after a sync. One notice per page and source counts on until somebody has dismissed it. */
export function noticeChanges(
  lines: readonly LogLine[],
  syncedFields: number,
  circumstances: Circumstances,
): readonly LarkChange[] {
  if (circumstances.rulesOff.has('C04')) return []
  const counts = new Map<NoticePage, Map<string, number>>()
  for (const { object, action } of lines) count(counts, PAGE[object], `${object}s ${action}`, 1)
  if (syncedFields > 0) count(counts, 'Field Management', 'fields synchronized', syncedFields)
  return [...counts].map(([page, added]) => ({ kind: 'profile:notice-put', notice: grown(page, added, circumstances) }))
}

function count(counts: Map<NoticePage, Map<string, number>>, page: NoticePage, what: string, by: number): void {
  const ofPage = counts.get(page) ?? new Map<string, number>()
  counts.set(page, ofPage.set(what, (ofPage.get(what) ?? 0) + by))
}

function grown(page: NoticePage, added: ReadonlyMap<string, number>, { lark, source, context }: Circumstances): Notice {
  const about = { organisation: source.organisation, page, source: source.id }
  const old = lark.notice(noticeKey(about))
  const counts = new Map(Object.entries(old?.counts ?? {}))
  for (const [what, by] of added) counts.set(what, (counts.get(what) ?? 0) + by)
  return { ...about, since: old?.since ?? context.now, until: context.now, counts: Object.fromEntries(counts) }
}
