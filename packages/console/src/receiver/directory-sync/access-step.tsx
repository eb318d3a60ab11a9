import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowSyncRegular } from '@fluentui/react-icons'
import { CopyButton } from '../../parts/copy-button.tsx'
import { instantText } from '../../parts/time-text.ts'
import { access } from '../words.ts'

const useStyles = makeStyles({
  row: { display: 'flex', gap: '8px', alignItems: 'end', flexWrap: 'wrap' },
  field: { flexGrow: 1, minWidth: 'min(280px, 100%)' },
  input: { width: '100%' },
  quiet: { color: tokens.colorNeutralForeground3 },
})

/** The token is for Copy Token only: nobody has to see it, and it is in no field. */
const HIDDEN = '•'.repeat(32)

export interface Access {
  readonly url: string
  /** Undefined where it was made earlier: it was shown then, and never again. */
  readonly token: string | undefined
  readonly tokenExpiresAt: string
}

/** "Configure access security": what is copied into the identity provider. The token stays in the page's memory. */
export function AccessStep({ access: held, onRefresh }: { readonly access: Access; readonly onRefresh: () => void }) {
  const styles = useStyles()
  const { url, token, tokenExpiresAt } = held
  return (
    <>
      <div className={styles.row}>
        <Field label={access.url} className={styles.field}>
          <Input readOnly value={url} className={styles.input} input={{ className: styles.input }} />
        </Field>
        <CopyButton label={access.copyUrl} text={() => url} />
      </div>
      <div className={styles.row}>
        <Field
          label={access.token}
          className={styles.field}
          hint={
            token === undefined
              ? `Shown when it was made, and never again; valid until ${instantText(tokenExpiresAt)}.`
              : `Shown now and never again; valid until ${instantText(tokenExpiresAt)}.`
          }
        >
          <Input readOnly value={HIDDEN} className={styles.input} input={{ className: styles.input }} />
        </Field>
        <Button size="small" icon={<ArrowSyncRegular />} onClick={onRefresh}>
          {access.refresh}
        </Button>
        {token === undefined ? null : <CopyButton label={access.copyToken} text={() => token} />}
      </div>
    </>
  )
}
