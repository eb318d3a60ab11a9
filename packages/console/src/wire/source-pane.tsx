// What one can do to people at the identity provider, so that there is something to see.
import { Button, Combobox, Divider, Dropdown, Field, Input, Option, Link as TextLink } from '@fluentui/react-components'
import { createLink } from '@tanstack/react-router'
import { useState } from 'react'
import { Failed } from '../parts/page-state.tsx'
import type { ActStep, PersonChoice, Provider } from '../parts/provider.ts'
import { valueText } from '../parts/value-text.ts'
import { paths } from '../paths.ts'
import { PROVIDERS } from '../providers.ts'
import { useAct } from '../source/use-act.ts'
import { useView } from '../source/use-view.ts'
import { hire, move } from './acts.ts'
import { usePaneStyles } from './pane-styles.ts'
import { type Head, senderName } from './sentences.ts'
import { SourceRecord } from './source-record.tsx'

const Link = createLink(TextLink)

/** Who can be chosen without a search. */
const SHOWN = 20

interface SourcePaneProps {
  /** The exchange that somebody looks at. */
  readonly looked: Head | undefined
  /** Called before a sync. @returns what is called after it */
  readonly onSync: () => () => void
}

export function SourcePane({ onSync, looked }: SourcePaneProps) {
  const styles = usePaneStyles()
  const { data } = useView('world.world')
  const connected = PROVIDERS.filter(({ program }) => data?.items[0]?.value.connected.some((one) => one === program))
  const [chosen, choose] = useState<string>()
  const provider = connected.find(({ program }) => program === chosen) ?? connected[0]
  return (
    <section className={styles.pane} aria-label="Identity provider">
      <h2 className={styles.title}>{provider ? senderName(provider.program) : 'Identity provider'}</h2>
      {looked ? <SourceRecord head={looked} /> : null}
      {provider === undefined ? (
        <span>
          None is connected yet. <Link to={paths.home}>Connect one on the start page</Link>
        </span>
      ) : (
        <>
          {connected.length > 1 ? (
            <Dropdown
              className={styles.control}
              aria-label="Identity provider"
              value={senderName(provider.program)}
              selectedOptions={[provider.program]}
              onOptionSelect={(_event, { optionValue }) => choose(optionValue)}
            >
              {connected.map(({ program }) => (
                <Option key={program} value={program}>
                  {senderName(program)}
                </Option>
              ))}
            </Dropdown>
          ) : null}
          <DoSomething key={provider.program} provider={provider} onSync={onSync} />
        </>
      )}
    </section>
  )
}

function DoSomething({ provider, onSync }: Pick<SourcePaneProps, 'onSync'> & { readonly provider: Provider }) {
  const styles = usePaneStyles()
  const { run, isRunning, error } = useAct()
  const [said, say] = useState('')
  const groups = useGroups(provider)
  const [group, chooseGroup] = useState<string>()
  const target = group ?? groups[0] ?? ''
  const doAll = async (steps: readonly ActStep[], done: string): Promise<void> => {
    say('')
    for (const { verb, input } of steps) if ((await run(verb, input)) === undefined && verb === steps[0]?.verb) return
    say(done)
  }
  const groupField = (
    <Field label="Department">
      <Dropdown
        className={styles.control}
        value={target}
        selectedOptions={[target]}
        onOptionSelect={(_event, { optionValue }) => chooseGroup(optionValue)}
      >
        {groups.map((one) => (
          <Option key={one} value={one}>
            {one}
          </Option>
        ))}
      </Dropdown>
    </Field>
  )
  return (
    <>
      {error ? <Failed error={error} /> : null}
      {groupField}
      <Joiner
        isRunning={isRunning}
        onHire={(name, domain) => doAll(hire(provider, name, target, domain), `${name} was hired.`)}
        provider={provider}
      />
      <Divider className={styles.divider} />
      <SomebodyThere
        provider={provider}
        isRunning={isRunning}
        onMove={(person) => doAll(move(provider, person, target), `${person.name} moves to ${target}.`)}
        onLeave={(person) => doAll([provider.leave(person.key)], `${person.name} leaves.`)}
      />
      <Divider className={styles.divider} />
      <Button
        appearance="primary"
        disabledFocusable={isRunning}
        onClick={() => {
          const synced = onSync()
          void doAll([provider.sync], 'Synced.').then(synced)
        }}
      >
        {isRunning ? 'Working…' : 'Sync now'}
      </Button>
      <span className={styles.quiet}>{provider.syncSays}</span>
      <span role="status">{said}</span>
    </>
  )
}

function useGroups({ groups }: Provider): readonly string[] {
  const { data } = useView(groups, { limit: 200, fields: 'name' })
  return (data?.items ?? []).map(({ key }) => key)
}

interface JoinerProps {
  readonly provider: Provider
  readonly isRunning: boolean
  readonly onHire: (name: string, domain: string) => Promise<void>
}

const FIRST_NAME = 'Nora Lindqvist'

function Joiner({ provider, isRunning, onHire }: JoinerProps) {
  const styles = usePaneStyles()
  const [name, setName] = useState(FIRST_NAME)
  const choices = provider.usePeople('', 1)
  const domain = choices[0]?.address.split('@')[1] ?? 'contoso.example'
  return (
    <>
      <Field label="Somebody new">
        <Input className={styles.control} value={name} onChange={(_event, { value }) => setName(value)} />
      </Field>
      <Button disabledFocusable={isRunning || name.trim() === ''} onClick={() => void onHire(name.trim(), domain)}>
        Hire
      </Button>
    </>
  )
}

interface SomebodyProps {
  readonly provider: Provider
  readonly isRunning: boolean
  readonly onMove: (person: PersonChoice) => Promise<void>
  readonly onLeave: (person: PersonChoice) => Promise<void>
}

function SomebodyThere({ provider, isRunning, onMove, onLeave }: SomebodyProps) {
  const styles = usePaneStyles()
  const [typed, type] = useState<string>()
  const [key, choose] = useState<string>()
  const choices = provider.usePeople(typed ?? '', SHOWN)
  const person = choices.find((one) => one.key === key) ?? (typed === undefined ? choices[0] : undefined)
  return (
    <>
      <Field label="Somebody who is there">
        <Combobox
          className={styles.control}
          input={{ className: styles.control }}
          expandIcon={{ className: styles.target }}
          value={typed ?? person?.name ?? ''}
          selectedOptions={person ? [person.key] : []}
          onChange={(event) => type(event.target.value)}
          onOptionSelect={(_event, { optionValue }) => {
            choose(optionValue)
            type(undefined)
          }}
        >
          {choices.map(({ key: one, name, address }) => (
            <Option key={one} value={one} text={name}>
              {`${name}, ${address}`}
            </Option>
          ))}
        </Combobox>
      </Field>
      <div className={styles.row}>
        <Button disabledFocusable={isRunning || !person} onClick={() => person && void onMove(person)}>
          Move
        </Button>
        <Button disabledFocusable={isRunning || !person} onClick={() => person && void onLeave(person)}>
          Leave
        </Button>
      </div>
      {person ? <span className={styles.quiet}>In {valueText(person.groups) || 'no group'}</span> : null}
    </>
  )
}
