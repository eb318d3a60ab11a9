// How a tenant is set that differs from how one usually is, as far as the bytes show it.
import { asText } from '@scimulator/shared/scim'
import type { Burst } from './bursts.ts'
import { minutesOfCycles } from './bursts.ts'
import { operationsIn } from './plain-values.ts'
import { objectIn, type ToldExchange, type Write, writeOf } from './writes.ts'

export function entraSwitches(told: readonly ToldExchange[], bursts: readonly Burst[], hasFlag: boolean): object {
  const minutes = minutesOfCycles(told)
  return {
    ...(minutes === 40 ? {} : { cycleIntervalMinutes: minutes }),
    ...(told.some(replacesMembers) ? { memberOpWhenReturned: 'replace' } : {}),
    ...(bursts.some(({ writes }) => comesOneByOne(writes)) ? { membersPerPatch: 1 } : {}),
    ...(hasFlag && bursts.some(speaksAsInCycles) ? { podPatchProfile: 'sameAsCycle' } : {}),
    ...(keepsNames(bursts.flatMap(({ writes }) => writes)) ? { softDeleteRename: 'keepOldName' } : {}),
  }
}

function replacesMembers(one: ToldExchange): boolean {
  const write = writeOf(one)
  return write?.kind === 'Group' && write.op === 'change' && write.isWhole && one.exchange.request.method === 'PATCH'
}

/** Two in a row to one group, each with one member. */
function comesOneByOne(writes: readonly Write[]): boolean {
  return writes.some((one, at) => {
    const next = writes[at + 1]
    const isOne = ({ added, removed }: Write) => added.length === 1 && removed.length === 0
    return one.kind === 'Group' && one.isDone && next?.key === one.key && isOne(one) && isOne(next)
  })
}

/** Operations of provision on demand are spelt as the suffix in the tenant URL has it for cycles. */
function speaksAsInCycles({ kind, exchanges }: Burst): boolean {
  if (kind !== 'on-demand') return false
  return exchanges.some(({ exchange: { request } }) =>
    operationsIn(objectIn(request.body)).some(({ op }) => /^[a-z]/.test(op)),
  )
}

/** People are deleted who had not been renamed before. */
function keepsNames(writes: readonly Write[]): boolean {
  const ofUsers = writes.filter(({ kind, op }) => kind === 'User' && op !== 'create')
  const isRenamed = ofUsers.some(({ values }) => /^[0-9a-f]{32}(?=.)/i.test(asText(values.get('userName') ?? '')))
  const gone = ofUsers.filter(({ op }) => op === 'delete').map(({ key }) => key)
  return !isRenamed && ofUsers.some(({ key, values }) => gone.includes(key) && values.get('active') === false)
}
