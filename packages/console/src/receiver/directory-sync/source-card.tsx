import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { MoreHorizontalRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { LinkButton } from '../../parts/link-button.tsx'
import { StatusBadge } from '../../parts/status-badge.tsx'
import { instantText } from '../../parts/time-text.ts'
import { paths } from '../../paths.ts'
import type { Views } from '../../source/source.ts'
import type { Act } from '../../source/use-act.ts'
import { words } from '../words.ts'

export type Source = Views['lark.sync-sources']

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '16px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
  },
  head: { display: 'flex', alignItems: 'center', gap: '12px', flexWrap: 'wrap' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, flexGrow: 1 },
  name: { minWidth: 0, paddingLeft: 0, fontSize: 'inherit', textAlign: 'left', justifyContent: 'flex-start' },
  facts: { color: tokens.colorNeutralForeground2 },
  foot: {
    display: 'flex',
    gap: '8px',
    flexWrap: 'wrap',
    // On a telephone they have room in one row.
    '@media (max-width: 759px)': { '& > .fui-Button': { minWidth: 0, whiteSpace: 'nowrap' } },
  },
})

export interface SourceCardProps {
  readonly source: Source
  readonly act: Act
  readonly onOpen: () => void
}

/** The card of a sync source: its state, what it brought, and what can be done with it. */
export function SourceCard({ source, act, onOpen }: SourceCardProps) {
  const styles = useStyles()
  const [isDeleting, askToDelete] = useState(false)
  const { name, counts, lastSync } = source
  const when = lastSync === null ? 'Never synced' : `Last sync ${instantText(lastSync)}`
  return (
    <div className={styles.card} role="group" aria-label={name}>
      <div className={styles.head}>
        <h2 className={styles.title}>
          <Button appearance="transparent" className={styles.name} onClick={onOpen}>
            {name}
          </Button>
        </h2>
        <SourceStatus source={source} />
      </div>
      <div className={styles.facts}>
        {when} · {counted(counts.activeMembers + counts.inactiveMembers, 'member')} ·{' '}
        {counted(counts.failed, 'failure')}
      </div>
      <div className={styles.foot}>
        <SwitchButton source={source} act={act} />
        <LinkButton to={paths.editSource} search={{ source: name }}>
          {words.edit}
        </LinkButton>
        <LinkButton to={paths.syncLog} search={{ source: name }}>
          {words.syncLog}
        </LinkButton>
        <MoreMenu name={name} onDelete={() => askToDelete(true)} />
      </div>
      {isDeleting ? <AskToDelete source={source} act={act} onKeep={() => askToDelete(false)} /> : null}
    </div>
  )
}

function counted(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count} ${what}s`
}

export function SourceStatus({ source: { status } }: Pick<SourceCardProps, 'source'>) {
  return (
    <StatusBadge tone={status === 'active' ? 'good' : 'plain'}>
      {status === 'active' ? 'Activated' : 'Deactivated'}
    </StatusBadge>
  )
}

export function SwitchButton({ source: { id, status }, act }: Pick<SourceCardProps, 'source' | 'act'>) {
  const [label, verb] =
    status === 'active' ? [words.deactivate, 'deactivate-sync-source'] : [words.activate, 'activate-sync-source']
  return (
    <Button disabledFocusable={act.isRunning} onClick={() => void act.run(verb, { source: id })}>
      {label}
    </Button>
  )
}

function MoreMenu({ name, onDelete }: { readonly name: string; readonly onDelete: () => void }) {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button icon={<MoreHorizontalRegular />} aria-label={`More of ${name}`} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={onDelete}>{words.delete}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

function AskToDelete({
  source: { id },
  act,
  onKeep,
}: Omit<SourceCardProps, 'onOpen'> & { readonly onKeep: () => void }) {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        It cannot be recovered, and its configuration is lost. Members that it has synced stay as they are.
      </MessageBarBody>
      <MessageBarActions>
        <Button disabledFocusable={act.isRunning} onClick={() => void act.run('delete-sync-source', { source: id })}>
          {words.delete}
        </Button>
        <Button onClick={onKeep}>{words.cancel}</Button>
      </MessageBarActions>
    </MessageBar>
  )
}
