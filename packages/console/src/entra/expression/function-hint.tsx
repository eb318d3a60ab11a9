import { makeStyles, tokens } from '@fluentui/react-components'
import { exampleText, type Told } from './completion.ts'

const useStyles = makeStyles({
  hint: { display: 'flex', flexDirection: 'column', gap: '2px' },
  code: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
})

/** What a function takes, what it gives, and one call of it. */
export function FunctionHint({ told }: { readonly told: Told | undefined }) {
  const styles = useStyles()
  if (told === undefined) return null
  return (
    <span className={styles.hint}>
      <span className={styles.code}>{told.signature}</span>
      <span>{told.describes}</span>
      <span className={styles.code}>{exampleText(told)}</span>
    </span>
  )
}
