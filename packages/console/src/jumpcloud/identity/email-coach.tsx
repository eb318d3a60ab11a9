import { CoachMark } from '../../parts/coach-mark.tsx'
import { useView } from '../../source/use-view.ts'

/** Whether the address of the test is somebody's at the application, whom the test would switch off (LK2's "Important"). */
export function EmailCoach({ email }: { readonly email: string }) {
  const wanted = email.trim()
  // A user who is inactive already has nothing to lose: as a rule it is the user that an earlier test has left behind.
  const { data } = useView('lark.members', { where: [`email:${wanted}`, 'status:Active'], limit: 1 })
  const member = data?.items[0]
  if (!wanted.includes('@') || member === undefined) return null
  const { name, status } = member.value
  return (
    <CoachMark>
      At the application this address is {name ?? member.key}, {status}. The test creates, changes and switches off the
      user of this address: {name ?? member.key} may be deactivated. Take an address that nobody uses.
    </CoachMark>
  )
}
