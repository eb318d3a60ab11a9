import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { Views } from '../source/source.ts'
import { useAct } from '../source/use-act.ts'
import { prettyJson } from './pretty-json.ts'

interface UncoveredAnswerProps {
  readonly exchange: Views['world.traffic']
  /** How a body looks. */
  readonly className: string
}

/** Accounts of others: read once more when somebody presses, shown here, and kept nowhere. */
export function UncoveredAnswer({ exchange: { covered, method, seq }, className }: UncoveredAnswerProps) {
  const { run, isRunning, error, canAct } = useAct()
  const [body, setBody] = useState<string>()
  if (!covered) return null
  const show = async (): Promise<void> => {
    const answer = Object(await run('world.uncover', { seq }))
    if (typeof answer.body === 'string') setBody(answer.body)
  }
  return (
    <section aria-label="Accounts of others">
      <p>Accounts of others are in this answer. Their ids are shown, and nothing else of them is kept.</p>
      {canAct && method === 'GET' && body === undefined ? (
        <Button disabledFocusable={isRunning} onClick={() => void show()}>
          Read it again and show them
        </Button>
      ) : null}
      {error ? <p role="alert">{error.message}</p> : null}
      {body === undefined ? null : (
        <>
          <Button onClick={() => setBody(undefined)}>Cover them again</Button>
          <pre className={className}>{prettyJson(body)}</pre>
        </>
      )}
    </section>
  )
}
