import type { Column } from '../../parts/column.ts'
import type { Views } from '../../source/source.ts'

export const AUDIT_COLUMNS: readonly Column<Views['entra.audit-logs']>[] = [
  { field: 'activity', label: 'Activity', width: '2fr' },
  { field: 'at', label: 'Date', width: '140px', as: 'moment', isInCard: true },
  { field: 'appName', label: 'Target', width: '1fr', isInCard: true },
  { field: 'initiatedBy', label: 'Initiated by', width: '1.4fr' },
]
