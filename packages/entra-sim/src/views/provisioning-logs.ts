import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { renderSummary } from '../log/provisioning-object-summary.ts'

export const provisioningLogs = ({ engine: { view }, logs }: EntraContext) =>
  defineView({
    name: 'provisioning-logs',
    describes: "One entry for each object that a cycle considered, as Graph's provisioningObjectSummary",
    query: z.looseObject({
      source: z.string().optional().describe('Only entries about this userPrincipalName or group name'),
      cycle: z.string().optional().describe('Only entries of this cycle id; "last" for the newest cycle'),
      limit: z.coerce.number().int().min(1).optional(),
    }),
    dropped: () => logs.provisioning.firstSeq - 1,
    read: ({ source, cycle, limit }) => {
      const entries = logs.provisioning.recent()
      const newest = entries.at(-1)?.entry.cycleId
      const fits = entries.filter(({ entry }) => {
        const isWanted = cycle === undefined || entry.cycleId === (cycle === 'last' ? newest : cycle)
        return isWanted && (source === undefined || entry.sourceName === source)
      })
      const shown = limit === undefined ? fits : fits.slice(-limit)
      return shown.map(({ seq, entry }) => {
        const { sourceName: name, status, action, error, skipReason } = entry
        const code = error?.code ?? skipReason
        const { provisioningStatusInfo, ...summary } = renderSummary(entry, view)
        // What Graph writes as null is absent here, so that a scenario can ask for its absence.
        const { errorInformation, ...rest } = provisioningStatusInfo
        const info = errorInformation === null ? rest : provisioningStatusInfo
        return { key: String(seq), value: { ...summary, provisioningStatusInfo: info, name, status, action, code } }
      })
    },
  })
