import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useStyles as usePageStyles } from '../../parts/page-styles.ts'
import { instantText } from '../../parts/time-text.ts'
import { paths } from '../../paths.ts'
import type { Act } from '../../source/use-act.ts'
import { words } from '../words.ts'
import type { Job } from './cycle-text.ts'

export interface QuarantineBannerProps {
  readonly app: string
  readonly job: Job
  readonly act: Act
}

/** Why provisioning is held back, and, where it is because of deletions, the way to let them through. */
export function QuarantineBanner({ app, job: { status, staged }, act }: QuarantineBannerProps) {
  const page = usePageStyles()
  const navigate = useNavigate()
  const [isAsking, ask] = useState(false)
  const { quarantine } = status
  if (quarantine === null && staged === 0) return null
  const allow = async (): Promise<void> => {
    ask(false)
    await act.run('entra.allow-deletes', { app })
  }
  return (
    <MessageBar intent={quarantine ? 'error' : 'warning'} layout="multiline">
      <MessageBarBody className={page.said}>
        <MessageBarTitle>{quarantine ? words.quarantined : heldBackText(staged)}</MessageBarTitle>{' '}
        {quarantine
          ? `${quarantine.error.code}: ${quarantine.error.message} Since ${instantText(quarantine.currentBegan)}, next attempt ${instantText(quarantine.nextAttempt)}. `
          : ''}
        {quarantine && staged > 0 ? heldBackText(staged) : ''}
        {isAsking ? ` Carry out ${staged === 1 ? 'this deletion' : `these ${staged} deletions`}?` : ''}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => void navigate({ to: paths.entraLogs(app) })}>{words.viewLogs}</Button>
        {staged === 0 ? null : isAsking ? (
          <>
            <Button appearance="primary" onClick={() => void allow()}>
              {words.yes}
            </Button>
            <Button onClick={() => ask(false)}>{words.no}</Button>
          </>
        ) : (
          <Button disabledFocusable={act.isRunning} onClick={() => ask(true)}>
            {words.allowDeletes}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  )
}

function heldBackText(staged: number): string {
  return staged === 1 ? '1 deletion is held back.' : `${staged} deletions are held back.`
}
