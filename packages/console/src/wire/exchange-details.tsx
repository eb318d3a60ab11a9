import {
  Button,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Tab,
  TabList,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { CopyButton } from '../parts/copy-button.tsx'
import { DetailsPanel } from '../parts/details-panel.tsx'
import { ExportButton } from '../parts/export-button.tsx'
import { Failed, Loading } from '../parts/page-state.tsx'
import { instantText } from '../parts/time-text.ts'
import { useViewState } from '../parts/view-state.ts'
import { useLive } from '../source/live-pages.tsx'
import type { Views } from '../source/source.ts'
import { useAct } from '../source/use-act.ts'
import { useItem } from '../source/use-view.ts'
import { Related, Why } from './around.tsx'
import { EffectList } from './effect-list.tsx'
import { FaultForm } from './fault-form.tsx'
import { FindingNotes } from './finding-notes.tsx'
import { httpText } from './http-text.ts'
import { CatalogueLink } from './mark-link.tsx'
import { MARKS, rowOfMark } from './marks.ts'
import { nextOf } from './next-exchange.ts'
import { usePaneStyles } from './pane-styles.ts'
import { prettyJson } from './pretty-json.ts'
import { sentenceOf } from './sentences.ts'
import { UncoveredAnswer } from './uncovered-answer.tsx'

const useStyles = makeStyles({
  tools: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  headers: {
    margin: 0,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground2,
  },
  name: { color: tokens.colorNeutralForeground3 },
  line: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
})

type Exchange = Views['world.traffic']

/** Loaded when the first exchange is opened. */
export function ExchangeDetails({ seq, onClose }: { readonly seq: number; readonly onClose: () => void }) {
  const { data, error, retry } = useItem('world.traffic', String(seq), { whole: 'true' })
  return (
    <DetailsPanel title={`#${seq}`} onClose={onClose}>
      {error ? <Failed error={error} retry={retry} /> : null}
      {data ? <Whole exchange={data.value} /> : error ? null : <Loading what="the exchange" />}
    </DetailsPanel>
  )
}

function Whole({ exchange }: { readonly exchange: Exchange }) {
  const pane = usePaneStyles()
  const styles = useStyles()
  const [tab, setTab] = useState('request')
  const [isFaulty, setFaulty] = useState(false)
  const { canAct } = useAct()
  const { exchanges } = useLive()
  return (
    <>
      <div>{sentenceOf(exchange, nextOf(exchanges.all(), exchange))}</div>
      <div className={styles.tools}>
        <CopyButton label="Copy as curl" letter="c" text={() => exchange.commands?.posix ?? ''} />
        <CopyButton label="Copy link" text={() => location.href} />
        <MoreWays exchange={exchange} />
        {canAct ? (
          <Button aria-expanded={isFaulty} onClick={() => setFaulty(!isFaulty)}>
            Fault on requests like this
          </Button>
        ) : null}
        {canAct ? <ExportPart seq={exchange.seq} /> : null}
      </div>
      {isFaulty ? <FaultForm head={exchange} /> : null}
      {exchange.marks.map((mark) => (
        <div key={mark} className={styles.name}>
          ⚑ {MARKS[mark].says}:{' '}
          <CatalogueLink row={rowOfMark(mark, exchange.sender)}>{rowOfMark(mark, exchange.sender)}</CatalogueLink>
        </div>
      ))}
      <FindingNotes findings={exchange.findings} />
      <TabList selectedValue={tab} onTabSelect={(_event, { value }) => setTab(String(value))}>
        <Tab value="request">Request</Tab>
        <Tab value="answer">Answer</Tab>
        <Tab value="change">{exchange.effects.length === 0 ? 'Change' : `Change (${exchange.effects.length})`}</Tab>
        {canAct ? <Tab value="why">Why</Tab> : null}
        {canAct ? <Tab value="related">Related</Tab> : null}
      </TabList>
      {tab === 'change' ? (
        <Change exchange={exchange} />
      ) : tab === 'why' ? (
        <Why head={exchange} />
      ) : tab === 'related' ? (
        <Related head={exchange} />
      ) : tab === 'request' ? (
        <>
          <div className={styles.line}>
            {exchange.method} {exchange.url}
          </div>
          <div className={styles.name}>Sent {instantText(exchange.at)}</div>
          <MessageParts message={exchange.request} />
        </>
      ) : (
        <>
          <div className={styles.line}>{exchange.failure ?? `${exchange.status}, after ${exchange.durationMs} ms`}</div>
          <UncoveredAnswer exchange={exchange} className={pane.body} />
          <MessageParts message={exchange.response} />
        </>
      )}
    </>
  )
}

/** What it changed at the application. */
function Change({ exchange: { effects } }: { readonly exchange: Exchange }) {
  const styles = useStyles()
  if (effects.length === 0) return <span className={styles.name}>It changed nothing at the application.</span>
  return <EffectList effects={effects} />
}

/** The range that was drawn over the strip, else this exchange alone, as a file. */
function ExportPart({ seq }: Pick<Exchange, 'seq'>) {
  const { state } = useViewState()
  const [from, to] = [Number(state.from ?? seq), Number(state.to ?? seq)]
  const label = from === to ? `Export #${from}` : `Export #${from}–#${to}`
  return <ExportButton verb="world.export-range" input={{ from, to }} label={label} />
}

/** Other shells, and sending it again. What is sent again is an exchange of its own. */
function MoreWays({ exchange }: { readonly exchange: Exchange }) {
  const { run, isRunning, canAct } = useAct()
  const { set } = useViewState()
  const copy = (text: string): void => void navigator.clipboard.writeText(text)
  const resend = async (): Promise<void> => {
    const sent = Object(await run('world.resend', { seq: exchange.seq }))
    if (typeof sent.seq === 'number') set({ open: String(sent.seq) })
  }
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton>More</MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => copy(exchange.commands?.powershell ?? '')}>Copy for PowerShell</MenuItem>
          <MenuItem onClick={() => copy(exchange.commands?.cmd ?? '')}>Copy as curl for cmd</MenuItem>
          <MenuItem onClick={() => copy(httpText(exchange))}>Copy as HTTP</MenuItem>
          {canAct ? (
            <MenuItem disabled={isRunning} onClick={() => void resend()}>
              Send again
            </MenuItem>
          ) : null}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

function MessageParts({ message }: { readonly message: Exchange['request'] }) {
  const pane = usePaneStyles()
  const styles = useStyles()
  if (!message) return null
  return (
    <>
      <pre className={styles.headers}>{message.headers.map(([name, value]) => `${name}: ${value}`).join('\n')}</pre>
      {message.body ? <pre className={pane.body}>{prettyJson(message.body)}</pre> : null}
    </>
  )
}
