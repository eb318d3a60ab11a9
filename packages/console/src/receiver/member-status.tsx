import { StatusBadge } from '../parts/status-badge.tsx'
import type { Views } from '../source/source.ts'

export function MemberStatus({ status }: { readonly status: Views['lark.members']['status'] }) {
  return <StatusBadge tone={status === 'Active' ? 'good' : 'watch'}>{status}</StatusBadge>
}
