import type { Column } from '../../parts/column.ts'
import type { Tone } from '../../parts/status-badge.tsx'
import type { Views } from '../../source/source.ts'
import { words } from '../words.ts'
import { actionWord, statusWord } from './log-words.ts'

export type LogEntry = Views['entra.provisioning-logs']

export const LOG_TONES: Readonly<Record<string, Tone>> = { success: 'good', failure: 'bad', warning: 'watch' }

/** As the portal has them (Microsoft: Provisioning logs). */
export const LOG_COLUMNS: readonly Column<LogEntry>[] = [
  { field: 'activityDateTime', label: words.date, width: '140px', as: 'moment', isInCard: true },
  { field: 'name', label: words.identity, width: '1.6fr', isHeading: true },
  {
    field: 'action',
    label: words.action,
    width: '100px',
    show: ({ value }) => actionWord(value.action),
    isInCard: true,
    isWideOnly: true,
  },
  {
    field: 'sourceSystem.displayName',
    label: words.sourceSystem,
    width: '1.2fr',
    show: ({ value }) => value.sourceSystem.displayName,
    isWideOnly: true,
  },
  {
    field: 'targetSystem.displayName',
    label: words.targetSystem,
    width: '1.2fr',
    show: ({ value }) => value.targetSystem.displayName,
    isWideOnly: true,
  },
  {
    field: 'status',
    label: words.logStatus,
    width: '110px',
    state: ({ value }) => [LOG_TONES[value.status] ?? 'plain', statusWord(value.status)],
    isInCard: true,
  },
]
