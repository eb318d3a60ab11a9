import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { CopyButton } from '../parts/copy-button.tsx'
import { DetailsPanel } from '../parts/details-panel.tsx'
import { Failed, Loading } from '../parts/page-state.tsx'
import { instantText } from '../parts/time-text.ts'
import type { Views } from '../source/source.ts'
import { useItem } from '../source/use-view.ts'
import { curlOf } from './curl.ts'
import { sentenceOf } from './sentences.ts'

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
  return (
    <>
      <div>{sentenceOf(exchange)}</div>
      <div className={styles.tools}>
        <CopyButton label="Copy as curl" text={() => curlOf(exchange)} />
        <CopyButton label="Copy link" text={() => location.href} />
      </div>
      <TabList selectedValue={tab} onTabSelect={(_event, { value }) => setTab(String(value))}>
        <Tab value="request">Request</Tab>
        <Tab value="answer">Answer</Tab>
      </TabList>
      {tab === 'request' ? (
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
          <MessageParts message={exchange.response} />
        </>
      )}
    </>
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

/** Indented where it is JSON; else as it came. */
function prettyJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
