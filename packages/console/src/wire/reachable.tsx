import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { Act } from '../source/use-act.ts'

/** Asks the endpoint whether it is there; one that was away is the target again. */
export function Reachable({ act: { run, isRunning, error } }: { readonly act: Act }) {
  const [said, say] = useState('')
  const ask = async (): Promise<void> => {
    const { reachable, status, durationMs, reason } = Object(await run('world.check-target'))
    if (typeof reachable !== 'boolean') return
    say(reachable ? `It answered ${status} after ${durationMs} ms.` : `It does not answer: ${reason}`)
  }
  return (
    <div>
      <Button size="small" disabledFocusable={isRunning} onClick={() => void ask()}>
        Is it there?
      </Button>
      <div role="status">{error ? error.message : said}</div>
    </div>
  )
}
