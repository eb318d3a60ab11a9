// The tick lists of the help pages, one a provider.
import { makeStyles, tokens } from '@fluentui/react-components'
import { type ComponentType, lazy } from 'react'
import type { ReceiverFacts } from '../../parts/guide.ts'
import { PROVIDERS } from '../../providers.ts'
import { useOwnReceiver, useTarget } from './use-facts.ts'

type HelpPage = ComponentType<{ readonly receiver: ReceiverFacts }>

const PAGES = PROVIDERS.flatMap(({ guide }) => (guide ? [{ source: guide.source, Page: lazy(guide.load) }] : []))

const useStyles = makeStyles({
  heading: { fontSize: tokens.fontSizeBase400, margin: '12px 0 0', fontWeight: tokens.fontWeightSemibold },
})

export function HomeGuide({ isForeign }: { readonly isForeign: boolean }) {
  const styles = useStyles()
  return (
    <section aria-label="Guide">
      <h2 className={styles.heading}>Guide</h2>
      {PAGES.map(({ source, Page }) =>
        isForeign ? <ToTarget key={source} Page={Page} /> : <ToReceiver key={source} Page={Page} source={source} />,
      )}
    </section>
  )
}

function ToReceiver({ Page, source }: { readonly Page: HelpPage; readonly source: string }) {
  return <Page receiver={useOwnReceiver(source)} />
}

function ToTarget({ Page }: { readonly Page: HelpPage }) {
  return <Page receiver={useTarget()} />
}
