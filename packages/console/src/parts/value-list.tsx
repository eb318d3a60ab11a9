import { makeStyles, tokens } from '@fluentui/react-components'
import { labelText, valueText } from './value-text.ts'

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: 'minmax(96px, 38%) minmax(0, 1fr)', gap: '6px 12px', margin: 0 },
  name: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  value: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  inner: {
    gridColumn: '1 / -1',
    margin: '6px 0 0',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
})

/** Names of members and what they are; what is not set is left out. An object in it has a heading of its own. */
export function ValueList({ value, hidden = [] }: { readonly value: object; readonly hidden?: readonly string[] }) {
  const styles = useStyles()
  const members = Object.entries(value).filter(([name, one]) => !hidden.includes(name) && valueText(one) !== '')
  const single = members.filter(([, one]) => !isObject(one))
  const objects = members.filter(([, one]) => isObject(one))
  return (
    <>
      <dl className={styles.list}>
        {single.map(([name, one]) => (
          <Pair key={name} name={name} text={valueText(one)} />
        ))}
      </dl>
      {objects.map(([name, one]) => (
        <section key={name}>
          <h3 className={styles.inner}>{labelText(name)}</h3>
          <ValueList value={Object(one)} />
        </section>
      ))}
    </>
  )
}

function Pair({ name, text }: { readonly name: string; readonly text: string }) {
  const styles = useStyles()
  return (
    <>
      <dt className={styles.name}>{labelText(name)}</dt>
      <dd className={styles.value}>{text}</dd>
    </>
  )
}

/** Lists of objects are shown as numbered members. */
function isObject(value: unknown): boolean {
  if (Array.isArray(value)) return value.some((one) => typeof one === 'object' && one !== null)
  return typeof value === 'object' && value !== null
}
