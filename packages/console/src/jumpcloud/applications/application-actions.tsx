import {
  Button,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
} from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { Failed } from '../../parts/page-state.tsx'
import { paths } from '../../paths.ts'
import { useAct } from '../../source/use-act.ts'
import { words } from '../words.ts'
import type { Application } from './application.ts'

interface ActionsMenuProps {
  readonly application: Application
  readonly onAsk: (question: Question) => void
}

/** What is asked before it is done. */
export type Question = keyof typeof QUESTIONS

const QUESTIONS = {
  deactivate: {
    label: words.deactivateIdentity,
    text: 'Nobody is synced from now on. Whom it has synced stays as they are.',
    verb: 'jumpcloud.deactivate',
  },
  delete: {
    label: words.deleteApplication,
    text: 'The application goes, with its settings. Whom it has synced stays as they are.',
    verb: 'jumpcloud.delete-application',
  },
} as const

/** The menu Actions, at the right of the heading: what cannot be done has no entry. */
export function ActionsMenu({ application, onAsk }: ActionsMenuProps) {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton>{words.actions}</MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {application.integrationActive ? (
            <MenuItem onClick={() => onAsk('deactivate')}>{words.deactivateIdentity}</MenuItem>
          ) : null}
          <MenuItem onClick={() => onAsk('delete')}>{words.deleteApplication}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

interface AskedProps {
  readonly question: Question
  readonly label: string
  readonly onEnd: () => void
}

export function Asked({ question, label, onEnd }: AskedProps) {
  const act = useAct()
  const navigate = useNavigate()
  const asked = QUESTIONS[question]
  const go = async (): Promise<void> => {
    // Its page asks for the application as long as it is open.
    if (question === 'delete') await navigate({ to: paths.jumpCloudApplications })
    if (await act.succeeds(asked.verb, { application: label })) onEnd()
  }
  return (
    <>
      {act.error ? <Failed error={act.error} /> : null}
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{asked.text}</MessageBarBody>
        <MessageBarActions>
          <Button disabledFocusable={act.isRunning} onClick={() => void go()}>
            {asked.label}
          </Button>
          <Button onClick={onEnd}>{words.cancel}</Button>
        </MessageBarActions>
      </MessageBar>
    </>
  )
}
