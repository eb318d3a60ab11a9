import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { FormSection } from '../../parts/form-section.tsx'
import { Failed } from '../../parts/page-state.tsx'
import { useAct } from '../../source/use-act.ts'
import { useView } from '../../source/use-view.ts'
import { identity, words } from '../words.ts'

const useStyles = makeStyles({
  table: { width: '100%', borderSpacing: 0 },
  heading: { textAlign: 'left', color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  cell: {
    padding: '4px 8px 4px 0',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
})

/** Export Attribute Mapping: what is sent of a user; what is optional can be left out (JC2). */
export function ExportMapping({ label }: { readonly label: string }) {
  const styles = useStyles()
  const act = useAct()
  const [draft, edit] = useState<ReadonlySet<string>>()
  const { data } = useView('jumpcloud.export-attributes', { application: label })
  const rows = data?.items.map(({ value }) => value) ?? []
  const left = draft ?? new Set(rows.filter(({ exported }) => !exported).map(({ target }) => target))
  const toggle = (target: string, isSent: boolean): void =>
    edit(new Set(isSent ? [...left].filter((one) => one !== target) : [...left, target]))
  const save = async (): Promise<void> => {
    const input = { application: label, exclude: [...left] }
    if ((await act.run('jumpcloud.set-export-attributes', input)) !== undefined) edit(undefined)
  }
  return (
    <FormSection title={identity.exportMapping}>
      {act.error ? <Failed error={act.error} /> : null}
      <table className={styles.table}>
        <Headings />
        <tbody>
          {rows.map(({ source, target, required }) => (
            <tr key={target}>
              <td className={styles.cell}>{source}</td>
              <th scope="row" className={styles.cell}>
                {target}
              </th>
              <td className={styles.cell}>
                {required || draft === undefined ? (
                  sentText(required, !left.has(target))
                ) : (
                  <Checkbox
                    aria-label={target}
                    checked={!left.has(target)}
                    onChange={(_event, { checked }) => toggle(target, checked === true)}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.buttons}>
        {draft === undefined ? (
          <Button onClick={() => edit(left)}>{identity.editMapping}</Button>
        ) : (
          <>
            <Button appearance="primary" disabledFocusable={act.isRunning} onClick={() => void save()}>
              {identity.saveMapping}
            </Button>
            <Button onClick={() => edit(undefined)}>{words.cancel}</Button>
          </>
        )}
      </div>
    </FormSection>
  )
}

function Headings() {
  const styles = useStyles()
  return (
    <thead>
      <tr>
        {identity.mappingColumns.map((heading) => (
          <th key={heading} className={styles.heading}>
            {heading}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function sentText(isRequired: boolean, isSent: boolean): string {
  if (isRequired) return identity.required
  return isSent ? identity.optional : `${identity.optional}, ${identity.leftOut}`
}
