import { makeStyles, tokens } from '@fluentui/react-components'
import { useView } from '../source/use-view.ts'
import { words } from './words.ts'

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  list: { margin: 0, paddingLeft: '20px', overflowWrap: 'anywhere' },
})

/** How the application does what its help pages do not say, and how well that is known; a receiver that is no Lark has none of it. */
export function LeftOpen() {
  const styles = useStyles()
  const { data } = useView('lark.switches')
  if (data === undefined || data.items.length === 0) return null
  return (
    <section aria-label={words.leftOpen}>
      <h2 className={styles.title}>{words.leftOpen}</h2>
      <ul className={styles.list}>
        {data.items.map(({ key, value: { value, describes, grade, source } }) => (
          <li key={key}>{`${describes} ${key}: ${value} (${grade}, ${source})`}</li>
        ))}
      </ul>
    </section>
  )
}
