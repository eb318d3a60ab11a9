// How the application signs in at the endpoint (O107, O112 to O114).
import { ChoiceRow, TextRow } from '../../parts/field-row.tsx'
import { provisioning } from '../words.ts'
import type { Application } from './app-frame.tsx'

const MODES = Object.entries(provisioning.modes)

export const NOTHING_TYPED = { mode: 'header', token: '', userName: '', password: '' }

type Typed = typeof NOTHING_TYPED

/** Of the way that is chosen; what is left empty stays as it was saved. */
export function credentialsIn({ mode, token, userName, password }: Typed): object {
  const own = mode === 'basic' ? { userName, password } : { token }
  return Object.fromEntries(Object.entries(own).filter(([, text]) => text !== ''))
}

interface CredentialsProps {
  readonly kind: Application['kind']
  readonly isSaved: boolean
  readonly value: Typed
  readonly onChange: (change: Partial<Typed>) => void
}

/** A template of the catalogue has one way to sign in, which is its token. */
export function Credentials({ kind, isSaved, value, onChange }: CredentialsProps) {
  return (
    <>
      {kind === 'wizard' ? (
        <ChoiceRow
          label={provisioning.mode}
          value={value.mode}
          choices={MODES}
          onChange={(mode) => onChange({ mode })}
        />
      ) : null}
      {value.mode === 'basic' ? (
        <>
          <TextRow
            label={provisioning.userName}
            value={value.userName}
            onChange={(userName) => onChange({ userName })}
          />
          <TextRow
            label={provisioning.password}
            value={value.password}
            isSecret
            onChange={(password) => onChange({ password })}
          />
        </>
      ) : (
        <TextRow
          label={kind === 'wizard' ? provisioning.authorization : provisioning.apiToken}
          value={value.token}
          isSecret
          hint={kind === 'wizard' ? provisioning.bearerIsAdded : provisioning.bearerIsTyped}
          onChange={(token) => onChange({ token })}
          {...(isSaved ? { placeholder: '••••••••' } : {})}
        />
      )}
    </>
  )
}
