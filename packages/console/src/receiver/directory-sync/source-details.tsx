import { makeStyles, tokens } from '@fluentui/react-components'
import { LinkButton } from '../../parts/link-button.tsx'
import { instantText } from '../../parts/time-text.ts'
import { ValueList } from '../../parts/value-list.tsx'
import { paths } from '../../paths.ts'
import type { Act } from '../../source/use-act.ts'
import { words } from '../words.ts'
import { ConfigurationList } from './configuration-list.tsx'
import { type Source, SourceStatus, SwitchButton } from './source-card.tsx'

const useStyles = makeStyles({
  foot: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
})

/** All of a card: settings, what it has brought, how old its token is. */
export function SourceDetails({ source, act }: { readonly source: Source; readonly act: Act }) {
  const styles = useStyles()
  const { url, tokenExpiresAt, isTokenExpired, counts, createdAt, createdBy } = source
  const token = isTokenExpired ? 'expired' : `valid until ${instantText(tokenExpiresAt)}`
  return (
    <>
      <div className={styles.foot}>
        <SourceStatus source={source} />
        <SwitchButton source={source} act={act} />
        <LinkButton to={paths.editSource} search={{ source: source.name }}>
          {words.edit}
        </LinkButton>
      </div>
      <ValueList value={{ baseURL: url, token, added: `${instantText(createdAt)} by ${createdBy}` }} />
      <h3 className={styles.heading}>Settings</h3>
      <ConfigurationList kind={source.kind} configuration={source} />
      <h3 className={styles.heading}>Data</h3>
      <ValueList value={counts} />
    </>
  )
}
