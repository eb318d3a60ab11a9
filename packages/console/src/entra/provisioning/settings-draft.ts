// What the page Provisioning edits, and the verbs that save it. Pure.
import type { Views } from '../../source/source.ts'
import { words } from '../words.ts'

type Job = Views['entra.job']

export interface SettingsDraft {
  readonly mode: string
  readonly tenantUrl: string
  /** Empty as long as nobody has typed another. */
  readonly secretToken: string
  readonly sendsMail: boolean
  readonly mailAddress: string
  readonly preventsDeletion: boolean
  readonly threshold: string
  readonly scope: string
  readonly status: string
}

/** What the portal suggests (Microsoft: Enable accidental deletions prevention). */
const USUAL_THRESHOLD = 500

export function settingsOf({ settings, state }: Job): SettingsDraft {
  const { baseAddress, notificationEmail, deletionThresholdCount, syncAll } = settings
  return {
    mode: baseAddress === '' ? words.manual : words.automatic,
    tenantUrl: baseAddress,
    secretToken: '',
    sendsMail: notificationEmail !== undefined,
    mailAddress: notificationEmail ?? '',
    preventsDeletion: deletionThresholdCount !== undefined,
    threshold: String(deletionThresholdCount ?? USUAL_THRESHOLD),
    scope: syncAll ? words.everybody : words.onlyAssigned,
    status: state === 'Active' ? words.on : words.off,
  }
}

type Name = keyof SettingsDraft

const CREDENTIALS: readonly Name[] = ['tenantUrl', 'secretToken']
const SETTINGS: readonly Name[] = ['sendsMail', 'mailAddress', 'preventsDeletion', 'threshold', 'scope']

export interface Step {
  readonly verb: string
  readonly input: object
}

/** Only what was changed is saved: the token that is stored is never read back. */
export function stepsToSave(app: string, draft: SettingsDraft, changed: readonly Name[]): readonly Step[] {
  const isChanged = (names: readonly Name[]): boolean => names.some((name) => changed.includes(name))
  const steps: Step[] = []
  if (isChanged(CREDENTIALS)) steps.push({ verb: 'entra.set-credentials', input: { app, ...credentialsOf(draft) } })
  if (isChanged(SETTINGS)) steps.push({ verb: 'entra.set-settings', input: { app, ...settingsInput(draft) } })
  if (isChanged(['status']))
    steps.push({ verb: draft.status === words.on ? 'entra.start' : 'entra.stop', input: { app } })
  return steps
}

/** As `set-credentials` and `test-connection` take them; without a token the one that is saved counts. */
export function credentialsOf({ tenantUrl, secretToken }: SettingsDraft): object {
  return { tenantUrl: tenantUrl.trim(), ...(secretToken === '' ? {} : { secretToken: secretToken.trim() }) }
}

function settingsInput({ sendsMail, mailAddress, preventsDeletion, threshold, scope }: SettingsDraft): object {
  return {
    scope,
    notificationEmail: sendsMail ? mailAddress.trim() : '',
    deletionThreshold: preventsDeletion ? Number(threshold) : null,
  }
}

/** What cannot be saved, by field. */
export function problemsOf({ preventsDeletion, threshold, sendsMail, mailAddress }: SettingsDraft): {
  readonly threshold?: string
  readonly mailAddress?: string
} {
  return {
    ...(preventsDeletion && !/^\d+$/.test(threshold) && { threshold: 'A whole number from 0.' }),
    ...(sendsMail && !mailAddress.includes('@') && { mailAddress: 'An email address.' }),
  }
}
