import type { Quarantine } from '../job/quarantine.ts'

/** A notification as the recipient would get it; nothing is sent anywhere. */
export interface Mail {
  readonly at: number
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

const SENDER = 'azure-noreply@microsoft.com'

/** Sent on entry into quarantine, and again only when the reason changes. */
export function quarantineMail(to: string, appName: string, quarantine: Quarantine, now: number): Mail {
  const isDeletes = quarantine.reason === 'TooManyDeletes'
  const subject = isDeletes
    ? `Accidental deletions prevented: provisioning of ${appName} needs your attention`
    : `Provisioning of ${appName} is in quarantine`
  return { at: now, from: SENDER, to, subject, text: quarantine.error.message }
}
