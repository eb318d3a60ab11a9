import { defineView } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'

export const auditLogs = ({ logs }: EntraContext) =>
  defineView({
    name: 'audit-logs',
    describes: 'Changes of the configuration, starts and stops, quarantines',
    query: z.looseObject({}),
    dropped: () => logs.audit.firstSeq - 1,
    read: () =>
      logs.audit.recent().map(({ seq, entry }) => ({ key: String(seq), value: { ...entry, at: isoTime(entry.at) } })),
  })
