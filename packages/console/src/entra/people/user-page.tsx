// One user: the properties, which are edited in their categories, and what can be done to the user.

import { Link as TextLink } from '@fluentui/react-components'
import { createLink } from '@tanstack/react-router'
import { SimulatorOnly } from '../../parts/form-section.tsx'
import { Failed } from '../../parts/page-state.tsx'
import { SaveBar } from '../../parts/save-bar.tsx'
import { useDraft } from '../../parts/use-draft.ts'
import { ValueList } from '../../parts/value-list.tsx'
import { valueText } from '../../parts/value-text.ts'
import { paths } from '../../paths.ts'
import { useAct } from '../../source/use-act.ts'
import { ObjectPage, useObjectId, useUser } from './object-frame.tsx'
import { type ProfileDraft, profileOf, type User, updateInput } from './profile.ts'
import { ProfileFields } from './profile-fields.tsx'
import { UserActs } from './user-acts.tsx'

const Link = createLink(TextLink)

export function EntraUserPage() {
  const id = useObjectId()
  const seen = useUser(id)
  return (
    <ObjectPage kind="user" id={id} title={nameOf(seen.data) ?? id} seen={seen}>
      {(user) => <Profile key={id} user={user} />}
    </ObjectPage>
  )
}

function nameOf(user: User | undefined): string | undefined {
  return user && (valueText(user.displayName) || String(user.userPrincipalName))
}

function Profile({ user }: { readonly user: User }) {
  const { id, userType, accountEnabled, deletedDateTime } = user
  const draft = useDraft<ProfileDraft>(profileOf(user))
  const { succeeds, isRunning, error } = useAct()
  const save = async (): Promise<void> => {
    if (await succeeds('entra.update-user', updateInput(id, draft.value, draft.changed))) draft.discard()
  }
  return (
    <>
      <SaveBar
        changes={draft.changed.length}
        isSaving={isRunning}
        onSave={() => void save()}
        onDiscard={draft.discard}
      />
      {error ? <Failed error={error} /> : null}
      <UserActs user={user} />
      <ValueList
        value={{ objectID: id, userType, signInAllowed: accountEnabled === false ? 'No' : 'Yes', deletedDateTime }}
      />
      <ProfileFields draft={draft.value} set={draft.set} />
      <SimulatorOnly>
        <Link to={paths.person(String(user.key ?? id))}>Everything that happened to this person</Link>
      </SimulatorOnly>
    </>
  )
}
