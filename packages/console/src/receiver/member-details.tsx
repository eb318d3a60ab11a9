import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { Failed } from '../parts/page-state.tsx'
import { ValueList } from '../parts/value-list.tsx'
import { valueText } from '../parts/value-text.ts'
import { useViewState } from '../parts/view-state.ts'
import type { Views } from '../source/source.ts'
import { useLarkAct } from './acting.ts'
import { EditMember } from './edit-member.tsx'
import { BASIC, JOB, type ShownField, shownFields } from './member-fields.ts'
import { MemberStatus } from './member-status.tsx'
import { words } from './words.ts'

type Member = Views['lark.members']

const useStyles = makeStyles({
  acts: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  table: { width: '100%', borderSpacing: 0, tableLayout: 'fixed' },
  heading: { textAlign: 'left', color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  cell: {
    padding: '4px 8px 4px 0',
    verticalAlign: 'top',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
})

/** A member's page: Basic Info and Job details, each field with its data source. */
export function MemberDetails({ member }: { readonly member: Member }) {
  const { id, dataSource, source, created, lastModified, userGroups } = member
  return (
    <>
      <div>
        <MemberStatus status={member.status} />
      </div>
      <MemberActs member={member} />
      <Fields title={words.basicInfo} fields={shownFields(member, [...BASIC, 'externalID', 'status'])} />
      <Fields title={words.jobDetails} fields={shownFields(member, JOB)} />
      <ValueList
        value={{
          dataSource: words.dataSources[dataSource],
          source,
          userGroups: valueText(userGroups),
          created,
          lastModified,
          id,
        }}
      />
    </>
  )
}

function Fields({ title, fields }: { readonly title: string; readonly fields: readonly ShownField[] }) {
  const styles = useStyles()
  if (fields.length === 0) return null
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      <table className={styles.table} aria-label={title}>
        <thead>
          <tr>
            {[words.field, words.value, words.dataSource].map((heading) => (
              <th key={heading} className={styles.heading}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map(({ label, value, source }) => (
            <tr key={label}>
              <th scope="row" className={styles.cell}>
                {label}
              </th>
              <td className={styles.cell}>{value}</td>
              <td className={`${styles.cell} ${styles.quiet}`}>{source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function MemberActs({ member }: { readonly member: Member }) {
  const styles = useStyles()
  const act = useLarkAct()
  const { set } = useViewState()
  const [isEditing, edit] = useState(false)
  const remove = async (): Promise<void> => {
    if ((await act.run('delete-member', { member: member.id })) !== undefined) set({ open: undefined })
  }
  return (
    <>
      {act.error ? <Failed error={act.error} /> : null}
      <div className={styles.acts}>
        <Button onClick={() => edit(true)}>{words.edit}</Button>
        <Button disabledFocusable={act.isRunning} onClick={() => void remove()}>
          {words.delete}
        </Button>
      </div>
      {isEditing ? <EditMember member={member} onClose={() => edit(false)} /> : null}
    </>
  )
}
