// PATCH on a large group: the members are a keyed relation, so the cost does not follow the size of the group.
import { applyPatch, groupResourceType, type JsonValue, parsePatchRequest, urns } from '@scimulator/shared/scim'
import { scimPatch } from 'scim-patch'
import type { BenchRow } from './bench-row.ts'

const memberCount = 5000
const members = Array.from({ length: memberCount }, (_, index) => ({ value: `member-${index}` }))
const relation = new Map(members.map((member) => [member.value, member]))
const keyed = {
  members: {
    has: (value: string) => relation.has(value),
    size: relation.size,
    values: () => relation.values(),
  },
}

const group = { schemas: [urns.group], id: 'g', displayName: 'Everybody' }
const meta = { resourceType: 'Group', created: new Date(0), lastModified: new Date(0), location: '/Groups/g' }
const groupWithMembers = { ...group, meta, members }

const path = 'members[value eq "member-2500"]'

export const rows: BenchRow[] = [
  {
    name: 'PATCH: remove 1 of 5,000 members',
    baseline: 'scim-patch',
    ops: () => patch([{ op: 'remove', path }]),
    baselineOps: () => {
      scimPatch(groupWithMembers, [{ op: 'remove', path }], { mutateDocument: false })
    },
    target: 'at least 50 x',
  },
  {
    name: 'PATCH: add 1 to 5,000 members',
    baseline: 'scim-patch',
    ops: () => patch([{ op: 'add', path: 'members', value: [{ value: 'new' }] }]),
    baselineOps: () => {
      scimPatch(groupWithMembers, [{ op: 'add', path: 'members', value: [{ value: 'new' }] }], {
        mutateDocument: false,
      })
    },
    target: 'at least 50 x',
  },
]

function patch(operations: JsonValue): void {
  const body = { schemas: [urns.patchOp], Operations: operations }
  applyPatch(group, parsePatchRequest(body), { resourceType: groupResourceType, keyed })
}
