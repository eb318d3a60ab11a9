// How the application signs in at the endpoint (O107, O112 to O114).
import { ChoiceRow, TextRow } from '../../parts/field-row.tsx'
import { provisioning } from '../words.ts'
import type { Application } from './app-frame.tsx'

type Mode = keyof typeof provisioning.modes

const MODES = Object.entries(provisioning.modes)

export const NOTHING_TYPED = {
  ...{ mode: 'header', token: '', userName: '', password: '' },
  ...{ tokenUrl: '', clientId: '', clientSecret: '', refreshToken: '' },
}

type Typed = typeof NOTHING_TYPED
type Field = readonly [name: Exclude<keyof Typed, 'mode'>, label: string, isSecret: boolean]

const BASIC: readonly Field[] = [
  ['userName', provisioning.userName, false],
  ['password', provisioning.password, true],
]

const OAUTH: readonly Field[] = [
  ['tokenUrl', provisioning.tokenUrl, false],
  ['clientId', provisioning.clientId, false],
  ['clientSecret', provisioning.clientSecret, true],
  ['refreshToken', provisioning.refreshToken, true],
]

/** Of the way that is chosen; what is left empty stays as it was saved. */
export function credentialsIn(value: Typed): object {
  const { mode, token } = value
  if (mode === 'header') return token === '' ? {} : { token }
  const given = Object.fromEntries(
    fieldsOf(mode).flatMap(([name]) => (value[name] === '' ? [] : [[name, value[name]]])),
  )
  if (mode === 'basic') return given
  return Object.keys(given).length === 0 ? {} : { oauth: given }
}

/** What is tested without being saved: OAuth is not. */
export function testedIn(value: Typed): object {
  return value.mode === 'oauth' ? {} : credentialsIn(value)
}

function fieldsOf(mode: string): readonly Field[] {
  const fields: Readonly<Record<Mode, readonly Field[]>> = { header: [], basic: BASIC, oauth: OAUTH }
  return fields[mode as Mode]
}

interface CredentialsProps {
  readonly kind: Application['kind']
  readonly isSaved: boolean
  readonly value: Typed
  readonly onChange: (change: Partial<Typed>) => void
}

/** A template of the catalogue has one way to sign in, which is its token. */
export function Credentials({ kind, isSaved, value, onChange }: CredentialsProps) {
  const { mode, token } = value
  const isWizard = kind === 'wizard'
  return (
    <>
      {isWizard ? (
        <ChoiceRow
          label={provisioning.mode}
          value={mode}
          choices={MODES}
          onChange={(next) => onChange({ mode: next })}
          {...(mode === 'oauth' ? { hint: provisioning.oauthIsSaved } : {})}
        />
      ) : null}
      {mode === 'header' ? (
        <TextRow
          label={isWizard ? provisioning.authorization : provisioning.apiToken}
          value={token}
          isSecret
          hint={isWizard ? provisioning.bearerIsAdded : provisioning.bearerIsTyped}
          onChange={(next) => onChange({ token: next })}
          {...(isSaved ? { placeholder: '••••••••' } : {})}
        />
      ) : (
        fieldsOf(mode).map(([name, label, isSecret]) => (
          <TextRow
            key={name}
            label={label}
            value={value[name]}
            isSecret={isSecret}
            onChange={(text) => onChange({ [name]: text })}
          />
        ))
      )}
    </>
  )
}
