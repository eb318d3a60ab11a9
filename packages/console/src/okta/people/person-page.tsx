// One person: their state and what can be done, the applications that they have, their groups, and the profile, which is edited here.
import { Link as TextLink } from '@fluentui/react-components'
import { createLink, useParams } from '@tanstack/react-router'
import { SimulatorOnly } from '../../parts/form-section.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Failed, Loading } from '../../parts/page-state.tsx'
import { useStyles as usePageStyles } from '../../parts/page-styles.ts'
import { SaveBar } from '../../parts/save-bar.tsx'
import { StatusBadge } from '../../parts/status-badge.tsx'
import { TabRow } from '../../parts/tab-row.tsx'
import { useDraft } from '../../parts/use-draft.ts'
import { useViewState } from '../../parts/view-state.ts'
import { paths } from '../../paths.ts'
import { useAct } from '../../source/use-act.ts'
import { useView } from '../../source/use-view.ts'
import { words } from '../words.ts'
import { fullName, type Person, type ProfileDraft, profileOf, stateOf, updateInput } from './person.ts'
import { PersonActs } from './person-acts.tsx'
import { PersonApplications } from './person-applications.tsx'
import { PersonGroups } from './person-groups.tsx'
import { ProfileFields } from './profile-fields.tsx'

const Link = createLink(TextLink)

export function OktaPersonPage() {
  const page = usePageStyles()
  const { id = '' }: { readonly id?: string } = useParams({ strict: false })
  const { data, error, retry } = useView('okta.users', { where: [`id:${id}`] })
  const person = data?.items[0]?.value
  return (
    <div className={page.page}>
      <PageHead title={person ? fullName(person) : id} place={[[words.directory], [words.people, paths.oktaPeople]]}>
        {person ? <StatusBadge tone={stateOf(person)[0]}>{stateOf(person)[1]}</StatusBadge> : null}
      </PageHead>
      {error ? <Failed error={error} retry={retry} /> : null}
      {data === undefined && !error ? <Loading what="the person" /> : null}
      {data?.total === 0 ? <Failed error={new Error('There is no such person in the organization any more.')} /> : null}
      {person ? <PersonActs person={person} /> : null}
      {person ? <Tabs person={person} /> : null}
    </div>
  )
}

/** KB, of pages that name them: Directory › People › a person › Applications, Groups, Profile. */
const TABS = { profile: words.profile, applications: words.applications, groups: words.groups } as const

function Tabs({ person }: { readonly person: Person }) {
  const { state, set } = useViewState()
  const tab = state.tab ?? 'profile'
  return (
    <>
      <TabRow tabs={TABS} chosen={tab} onChoose={(next) => set({ tab: next })} />
      {tab === 'profile' ? <Profile key={person.id} person={person} /> : null}
      {tab === 'applications' ? <PersonApplications id={person.id} /> : null}
      {tab === 'groups' ? <PersonGroups id={person.id} /> : null}
    </>
  )
}

function Profile({ person }: { readonly person: Person }) {
  const draft = useDraft<ProfileDraft>(profileOf(person))
  const { succeeds, isRunning, error } = useAct()
  const save = async (): Promise<void> => {
    if (await succeeds('okta.update-user', updateInput(person.id, draft.value, draft.changed))) draft.discard()
  }
  return (
    <>
      <SaveBar
        changes={draft.changed.length}
        isSaving={isRunning}
        onSave={() => void save()}
        onDiscard={draft.discard}
        discardLabel={words.cancel}
      />
      {error ? <Failed error={error} /> : null}
      <ProfileFields draft={draft.value} set={draft.set} />
      <SimulatorOnly>
        <Link to={paths.wireAbout(person.login)}>What was sent about this person</Link>
      </SimulatorOnly>
    </>
  )
}
