import type { Column } from '../../parts/column.ts'
import type { Tone } from '../../parts/status-badge.tsx'
import type { Views } from '../../source/source.ts'
import { actionWord } from './log-words.ts'

export type LogEntry = Views['entra.provisioning-logs']

export const LOG_TONES: Readonly<Record<string, Tone>> = { success: 'good', failure: 'bad', warning: 'watch' }

/** As the portal has them (Microsoft: Provisioning logs). */
export const LOG_COLUMNS: readonly Column<LogEntry>[] = [
  { field: 'name', label: 'Identity', width: '2fr' },
  { field: 'activityDateTime', label: 'Date', width: '140px', as: 'moment', isInCard: true },
  {
    field: 'action',
    label: 'Action',
    width: '110px',
    choices: ['create', 'update', 'delete', 'stageddelete', 'disable', 'other'],
    show: ({ value }) => actionWord(value.action),
    isInCard: true,
  },
  {
    field: 'sourceSystem.displayName',
    label: 'Source System',
    width: '1.2fr',
    show: ({ value }) => value.sourceSystem.displayName,
    isWideOnly: true,
  },
  {
    field: 'targetSystem.displayName',
    label: 'Target System',
    width: '1fr',
    show: ({ value }) => value.targetSystem.displayName,
    isWideOnly: true,
  },
  {
    field: 'status',
    label: 'Status',
    choices: ['success', 'failure', 'skipped', 'warning'],
    width: '110px',
    state: ({ value }) => [LOG_TONES[value.status] ?? 'plain', capital(value.status)],
    isInCard: true,
  },
]

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
