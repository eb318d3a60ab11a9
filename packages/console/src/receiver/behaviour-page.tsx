import { Switch } from '@fluentui/react-components'
import { ListDetails } from '../parts/list-details.tsx'
import { Failed } from '../parts/page-state.tsx'
import { StatusBadge } from '../parts/status-badge.tsx'
import { ValueList } from '../parts/value-list.tsx'
import type { Item, Views } from '../source/source.ts'
import { type Act, useAct } from '../source/use-act.ts'
import { useView } from '../source/use-view.ts'
import { LeftOpen } from './left-open.tsx'
import { words } from './words.ts'

type Behaviour = Views['lark.behaviour']

/** What the application does wrong on purpose, to see what that does to an identity provider. */
export function BehaviourPage() {
  const act = useAct()
  return (
    <ListDetails
      title={words.behaviour}
      place="Simulator only"
      view="lark.behaviour"
      columns={[
        { field: 'describes', label: 'What the application does', width: '3fr' },
        {
          field: 'isOn',
          label: 'State',
          width: '90px',
          state: ({ value }) => (value.isOn ? ['bad', 'on'] : ['plain', 'off']),
          isInCard: true,
        },
        { field: 'damage', label: 'Damage', width: '110px', isInCard: true },
        { field: 'name', label: 'Name', width: '1.4fr' },
      ]}
      empty="The application has no deviations."
      above={
        <>
          {act.error ? <Failed error={act.error} /> : null}
          <LeftOpen />
        </>
      }
      heading={({ key }) => key}
      details={(item) => <Details item={item} act={act} />}
    />
  )
}

function Details({ item: { key, value }, act }: { readonly item: Item<Behaviour>; readonly act: Act }) {
  const { isOn, describes, pain, hurts, source, damage, pauseMs } = value
  const others = useView('lark.behaviour', { where: 'isOn:true', limit: 1_000 }).data?.items ?? []
  const toggle = (): void => {
    const left = others
      .filter((one) => one.key !== key)
      .map(({ value: { name, pauseMs: ms } }) => nameOrPause(name, ms))
    void act.run('receiver.set-deviations', { deviations: isOn ? left : [...left, key] })
  }
  return (
    <>
      <Switch label={isOn ? 'On' : 'Off'} checked={isOn} onChange={toggle} />
      <div>{describes}</div>
      <div>
        <StatusBadge tone="watch">{damage}</StatusBadge> {pain}
      </div>
      <ValueList value={{ hurts, source, ...(pauseMs === undefined ? {} : { pause: `${pauseMs} ms` }) }} />
    </>
  )
}

/** As the verb takes it: one that waits keeps its pause. */
function nameOrPause(name: string, ms: number | undefined): string | object {
  return ms === undefined ? name : { name, ms }
}
