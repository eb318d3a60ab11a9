import { makeStyles, tokens } from '@fluentui/react-components'
import { Fragment } from 'react'
import { byKind, general } from '../words.ts'
import type { Source } from './source-card.tsx'
import type { Kind } from './wizard.ts'

type Configuration = Pick<
  Source,
  | 'workforceTypeRules'
  | 'memberNotification'
  | 'memberDeletionRule'
  | 'administratorNotification'
  | 'identifyingAttributes'
>

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: 'minmax(120px, 38%) minmax(0, 1fr)', gap: '6px 12px', margin: 0 },
  name: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  value: { margin: 0, overflowWrap: 'anywhere' },
})

/** A configuration under the labels of the wizard's pages: what Preview shows, and the details of a source. */
export function ConfigurationList({
  kind,
  configuration,
}: {
  readonly kind: Kind
  readonly configuration: Configuration
}) {
  const styles = useStyles()
  return (
    <dl className={styles.list}>
      {rowsOf(kind, configuration).map(([label, texts]) => (
        <Fragment key={label}>
          <dt className={styles.name}>{label}</dt>
          <dd className={styles.value}>
            {texts.map((text) => (
              <div key={text}>{text}</div>
            ))}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}

function rowsOf(kind: Kind, configuration: Configuration): readonly (readonly [string, readonly string[]])[] {
  const { workforceTypeRules, memberNotification, memberDeletionRule } = configuration
  const rules = workforceTypeRules.map(({ employeeType, workforceType }) => `${employeeType} → ${workforceType}`)
  const deletion = general.deletionRules.find(([rule]) => rule === memberDeletionRule)?.[1] ?? memberDeletionRule
  const attributes = general.identifyingAttributes.filter(([one]) => configuration.identifyingAttributes.includes(one))
  return [
    ['Workforce type', orNone(rules)],
    ...(kind === 'Entra ID' ? [[general.memberNotification, [memberNotification ? 'On' : 'Off']] as const] : []),
    [general.memberDeletionRule, [deletion]],
    [general.administratorNotification, orNone(configuration.administratorNotification)],
    [byKind[kind].identifying, orNone(attributes.map(([, label]) => label))],
  ]
}

function orNone(texts: readonly string[]): readonly string[] {
  return texts.length === 0 ? ['None'] : texts
}
