import { makeStyles } from '@fluentui/react-components'
import { Choice } from './choice.tsx'
import { type HeadFilter, statusClass } from './filter-heads.ts'
import { MARKS } from './marks.ts'
import { type Head, senderName } from './sentences.ts'

const useStyles = makeStyles({ tools: { display: 'flex', alignItems: 'center', gap: '8px', flexWrap: 'wrap' } })

const ALL = '*'

interface MoreFiltersProps {
  readonly heads: readonly Head[]
  readonly filter: HeadFilter
  readonly onChoose: (change: Readonly<Record<string, string | undefined>>) => void
}

/** Only what is on the wire can be chosen. */
export function MoreFilters({ heads, filter, onChoose }: MoreFiltersProps) {
  const styles = useStyles()
  const effects = heads.flatMap((head) => head.effects.map(({ action }) => action))
  const titles = new Map(heads.flatMap(({ findings }) => findings.map(({ id, title }) => [id, title] as const)))
  const choices = [
    ['sender', 'Sender', heads.map(({ sender }) => sender), senderName],
    ['method', 'Method', heads.map(({ method }) => method), (one: string) => one],
    ['status', 'Status', heads.map(statusClass).sort(), (one: string) => (one === 'none' ? 'no answer' : one)],
    ['purpose', 'Purpose', heads.map(({ purpose }) => purpose), (one: string) => one.replaceAll('-', ' ')],
    ['effect', 'Effect', effects.length === 0 ? [] : ['any', ...effects], (one: string) => one],
    ...(titles.size === 0
      ? []
      : [['finding', 'Finding', ['any', ...titles.keys()], (one: string) => titles.get(one) ?? one] as const]),
    ['mark', 'Mark', heads.flatMap(({ marks }) => marks), (one: string) => Object(MARKS)[one]?.says ?? one],
  ] as const
  return (
    <div className={styles.tools}>
      {choices.map(([word, label, values, nameOf]) => (
        <Choice
          key={word}
          label={label}
          value={filter[word] ?? ALL}
          options={[[ALL, `${label}: all`], ...[...new Set<string>(values)].map((one) => [one, nameOf(one)] as const)]}
          onChoose={(value) => onChoose({ [word]: value === ALL ? undefined : value })}
        />
      ))}
    </div>
  )
}
