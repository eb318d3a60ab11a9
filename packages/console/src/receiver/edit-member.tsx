import { lazy, Suspense } from 'react'
import type { MemberPanelProps } from './member-panel.tsx'

const MemberPanel = lazy(async () => ({ default: (await import('./member-panel.tsx')).MemberPanel }))

/** The form of a member, which is loaded when somebody wants it. */
export function EditMember(props: MemberPanelProps) {
  return (
    <Suspense fallback={null}>
      <MemberPanel {...props} />
    </Suspense>
  )
}
