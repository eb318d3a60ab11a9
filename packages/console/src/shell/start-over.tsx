import { Button } from '@fluentui/react-components'
import { ArrowResetRegular } from '@fluentui/react-icons'
import { useNarrow } from '../parts/narrow.ts'
import type { NoticeText } from '../parts/notice.tsx'
import type { Act } from '../source/use-act.ts'
import { useView } from '../source/use-view.ts'
import { StartOverTarget } from './start-over-target.tsx'

export interface StartOverProps {
  readonly act: Act
  readonly say: (notice: NoticeText | undefined) => void
}

/** One press, and nobody is asked: for ten seconds it can be undone where one looks, and after that from the snapshots. */
export function StartOver({ act: { run, isRunning }, say }: StartOverProps) {
  const isNarrow = useNarrow()
  const target = useView('world.world').data?.items[0]?.value.target
  const begin = async (input: object = {}): Promise<void> => {
    const { undo: name, left } = Object(await run('world.start-over', input))
    if (Array.isArray(left)) say({ text: targetText(input, left), isError: left.length > 0 })
    if (typeof name !== 'string') return
    const undo = (): void => {
      say(undefined)
      void run('world.restore-snapshot', { name })
    }
    say({ text: 'Started over', isError: false, undo })
  }
  if (target)
    return (
      <StartOverTarget target={target} isNarrow={isNarrow} isRunning={isRunning} begin={(input) => void begin(input)} />
    )
  const label = isNarrow ? '' : 'Start over'
  return (
    <Button
      appearance="subtle"
      icon={<ArrowResetRegular />}
      aria-label="Start over"
      disabledFocusable={isRunning}
      onClick={() => void begin()}
    >
      {label}
    </Button>
  )
}

/** Of an endpoint in the place of the receiver: what was made there went first. */
function targetText(input: object, left: readonly unknown[]): string {
  if (Object(input).target === 'leave')
    return 'Started over. What was made at your endpoint is there until the command ends.'
  return left.length === 0
    ? 'Started over. What was made at your endpoint is deleted.'
    : `Started over, and this is still at your endpoint: ${left.join('; ')}`
}
