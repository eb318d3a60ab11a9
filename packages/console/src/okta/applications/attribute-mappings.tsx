// Below To App: which attribute of Okta's profile goes where, and when (O230, O329, O330).
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { lazy, Suspense, useState } from 'react'
import { FormSection } from '../../parts/form-section.tsx'
import { Failed, Loading } from '../../parts/page-state.tsx'
import type { Item, Views } from '../../source/source.ts'
import { useView } from '../../source/use-view.ts'
import { provisioning } from '../words.ts'

const EditMapping = lazy(async () => ({ default: (await import('./edit-mapping.tsx')).EditMapping }))

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  row: {
    display: 'flex',
    gap: '8px 16px',
    alignItems: 'center',
    flexWrap: 'wrap',
    minHeight: '40px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  what: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
})

/** More than any application has. */
const MOST = 200

type Mapping = Item<Views['okta.mappings']>

export function AttributeMappings({ label }: { readonly label: string }) {
  const styles = useStyles()
  const { data, error, retry } = useView('okta.mappings', { application: label, limit: MOST })
  const [edited, edit] = useState<Mapping | 'new'>()
  return (
    <FormSection title={provisioning.mappings}>
      {error ? <Failed error={error} retry={retry} /> : null}
      {data || error ? null : <Loading what="the mappings" />}
      <ul className={styles.list} aria-label={provisioning.mappings}>
        {data?.items.map((one) => (
          <li key={`${one.value.externalNamespace} ${one.key}`} className={styles.row}>
            <span className={styles.what}>{`${one.value.source} → ${one.key}`}</span>
            <span className={styles.quiet}>{provisioning.pushStatus[one.value.pushStatus]}</span>
            <Button aria-label={`${provisioning.editMapping} ${one.key}`} onClick={() => edit(one)}>
              {provisioning.editMapping}
            </Button>
          </li>
        ))}
      </ul>
      <div>
        <Button icon={<AddRegular />} onClick={() => edit('new')}>
          {provisioning.addMapping}
        </Button>
      </div>
      <Suspense fallback={null}>
        {edited === undefined ? null : (
          <EditMapping
            application={label}
            onClose={() => edit(undefined)}
            {...(edited === 'new' ? {} : { mapping: edited })}
          />
        )}
      </Suspense>
    </FormSection>
  )
}
