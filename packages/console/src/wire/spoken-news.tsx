import { makeStyles } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { useEvery } from '../source/use-later.ts'
import { newsText } from './news.ts'
import type { Head } from './sentences.ts'

const useStyles = makeStyles({
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
})

/** A screen reader does not announce each request. */
const AT_MOST_EVERY_MS = 5_000

/** What is new on the wire, for screen readers. */
export function SpokenNews({ heads }: { readonly heads: readonly Head[] }) {
  const styles = useStyles()
  const [said, say] = useState('')
  const told = useRef<number>(undefined)
  const now = useRef(heads)
  now.current = heads
  useEvery(true, AT_MOST_EVERY_MS, () => {
    // What was there when the page was opened is not new.
    const text = told.current === undefined ? '' : newsText(now.current, told.current)
    told.current = now.current.at(-1)?.seq ?? 0
    if (text !== '') say(text)
  })
  return (
    <span role="status" className={styles.hidden}>
      {said}
    </span>
  )
}
