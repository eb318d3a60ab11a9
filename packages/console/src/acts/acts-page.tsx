// Every verb of every program as a form: what scripts and scenarios do, done by hand.
import { makeStyles, mergeClasses, SearchBox, Select, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useNarrow } from '../parts/narrow.ts'
import { Empty, Failed, Loading } from '../parts/page-state.tsx'
import { useStyles as usePageStyles } from '../parts/page-styles.ts'
import { useViewState } from '../parts/view-state.ts'
import { useLive } from '../source/live-pages.tsx'
import { useView } from '../source/use-view.ts'
import { inGroups, type VerbShape } from './verb-form.ts'
import { VerbForm } from './verb-form.tsx'

const useStyles = makeStyles({
  split: { display: 'grid', gridTemplateColumns: '300px minmax(0, 1fr)', gap: '24px', minHeight: 0, flexGrow: 1 },
  one: { gridTemplateColumns: 'minmax(0, 1fr)' },
  list: { overflowY: 'auto', minHeight: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  group: { margin: '8px 0 0', fontSize: tokens.fontSizeBase300, color: tokens.colorNeutralForeground3 },
  verbs: { listStyle: 'none', margin: 0, padding: 0 },
  verb: {
    display: 'block',
    width: '100%',
    textAlign: 'left',
    border: 'none',
    backgroundColor: 'transparent',
    font: 'inherit',
    color: tokens.colorNeutralForeground1,
    padding: '6px 8px',
    minHeight: '28px',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: { backgroundColor: tokens.colorNeutralBackground1Selected, fontWeight: tokens.fontWeightSemibold },
  form: { overflowY: 'auto', minHeight: 0 },
})

export function ActsPage() {
  const page = usePageStyles()
  const styles = useStyles()
  const isNarrow = useNarrow()
  const { state, set } = useViewState()
  const known = useView('world.world').data?.items[0]?.value.programs ?? []
  const programs = ['world', ...known.map(({ name }) => name)]
  const program = state.program ?? 'world'
  const { data, error } = useVerbs(program)
  const verb = data?.find(({ name }) => name === state.open)
  return (
    <div className={page.page}>
      <div>
        <div className={page.quiet}>Simulator only</div>
        <h1 className={page.title}>Acts</h1>
      </div>
      <div className={mergeClasses(styles.split, isNarrow && styles.one)}>
        <section className={styles.list} aria-label="Verbs">
          <Select
            aria-label="Program"
            value={program}
            onChange={(_event, { value }) => set({ program: value, open: undefined })}
          >
            {programs.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </Select>
          <SearchBox
            aria-label="Search"
            placeholder="Search"
            value={state.q ?? ''}
            onChange={(_event, { value }) => set({ q: value }, { replace: true })}
          />
          {error ? (
            <Failed error={error} />
          ) : data ? (
            <Verbs verbs={data} typed={state.q ?? ''} chosen={state.open} onChoose={(open) => set({ open })} />
          ) : (
            <Loading what="its verbs" />
          )}
        </section>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
        <section className={styles.form} aria-label="The act" tabIndex={0}>
          {verb ? (
            <VerbForm key={`${program}.${verb.name}`} program={program} verb={verb} />
          ) : (
            <Empty>Choose what is to be done. Each is what a scenario or a script would call.</Empty>
          )}
        </section>
      </div>
    </div>
  )
}

function useVerbs(program: string) {
  const { source } = useLive()
  return useQuery({
    queryKey: ['verbs', program],
    queryFn: () => source.verbs(program) as Promise<readonly VerbShape[]>,
  })
}

interface VerbsProps {
  readonly verbs: readonly VerbShape[]
  readonly typed: string
  readonly chosen: string | undefined
  readonly onChoose: (name: string) => void
}

function Verbs({ verbs, typed, chosen, onChoose }: VerbsProps) {
  const styles = useStyles()
  const groups = inGroups(verbs, typed)
  if (groups.length === 0) return <span>No verb has these words.</span>
  return groups.map(([group, held]) => (
    <div key={group}>
      {group === '' ? null : <h2 className={styles.group}>{group}</h2>}
      <ul className={styles.verbs}>
        {held.map(({ name, describes }) => (
          <li key={name}>
            <button
              type="button"
              className={mergeClasses(styles.verb, name === chosen && styles.chosen)}
              aria-current={name === chosen}
              title={describes}
              onClick={() => onChoose(name)}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </div>
  ))
}
