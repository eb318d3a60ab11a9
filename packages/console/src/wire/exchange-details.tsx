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
import { Failed, Loading } from '../parts/page-state.tsx'
import { instantText } from '../parts/time-text.ts'
import { useViewState } from '../parts/view-state.ts'
import type { Views } from '../source/source.ts'
import { useAct } from '../source/use-act.ts'
import { useItem } from '../source/use-view.ts'
import { Related, Why } from './around.tsx'
import { EffectList } from './effect-list.tsx'
import { FaultForm } from './fault-form.tsx'
import { FindingNotes } from './finding-notes.tsx'
import { httpText } from './http-text.ts'
import { MARKS } from './marks.ts'
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
  body: {
    margin: 0,
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
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
  const styles = useStyles()
  const [tab, setTab] = useState('request')
  const [isFaulty, setFaulty] = useState(false)
  const { canAct } = useAct()
  return (
    <>
      <div>{sentenceOf(exchange)}</div>
      <div className={styles.tools}>
        <CopyButton label="Copy as curl" letter="c" text={() => exchange.commands?.posix ?? ''} />
        <CopyButton label="Copy link" text={() => location.href} />
        <MoreWays exchange={exchange} />
        {canAct ? (
          <Button aria-expanded={isFaulty} onClick={() => setFaulty(!isFaulty)}>
            Fault on requests like this
          </Button>
        ) : null}
      </div>
      {isFaulty ? <FaultForm head={exchange} /> : null}
      {exchange.marks.map((mark) => (
        <div key={mark} className={styles.name}>
          ⚑ {MARKS[mark].says} ({MARKS[mark].row} of the catalogue of quirks)
        </div>
      ))}
      <FindingNotes findings={exchange.findings} />
      <EffectList effects={exchange.effects} />
      <TabList selectedValue={tab} onTabSelect={(_event, { value }) => setTab(String(value))}>
        <Tab value="request">Request</Tab>
        <Tab value="answer">Answer</Tab>
        {canAct ? <Tab value="why">Why</Tab> : null}
        {canAct ? <Tab value="related">Related</Tab> : null}
      </TabList>
      {tab === 'why' ? (
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
          <UncoveredAnswer exchange={exchange} className={styles.body} />
          <MessageParts message={exchange.response} />
        </>
      )}
    </>
  )
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
  const styles = useStyles()
  if (!message) return null
  return (
    <>
      <pre className={styles.headers}>{message.headers.map(([name, value]) => `${name}: ${value}`).join('\n')}</pre>
      {message.body ? <pre className={styles.body}>{prettyJson(message.body)}</pre> : null}
    </>
  )
}
