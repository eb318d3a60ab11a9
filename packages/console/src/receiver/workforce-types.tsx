import { makeStyles, tokens } from '@fluentui/react-components'
import { useView } from '../source/use-view.ts'
import { words } from './words.ts'

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  list: { margin: 0, paddingLeft: '20px' },
})

/** What the field can be, and from which values of an identity provider it comes. */
export function WorkforceTypes() {
  const styles = useStyles()
  const { data } = useView('lark.workforce-types')
  if (data === undefined || data.items.length === 0) return null
  return (
    <section aria-label={words.workforceTypes}>
      <h3 className={styles.title}>{words.workforceTypes}</h3>
      <ul className={styles.list}>
        {data.items.map(({ key, value: { members, rules } }) => (
          <li key={key}>
            {`${key}: ${members === 1 ? '1 member' : `${members} members`}`}
            {rules.length === 0 ? '' : `; from ${rules.map(({ employeeType }) => `“${employeeType}”`).join(', ')}`}
          </li>
        ))}
      </ul>
    </section>
  )
}
