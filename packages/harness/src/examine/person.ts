// The people and groups that questions make: complete enough for the strictest of endpoints, all of them the run's own.
import { urns } from '@scimulator/shared/scim'
import { DEPARTMENT, ENTERPRISE } from './answer.ts'
import type { Facts } from './facts.ts'

export const WORK_PHONE = '+1 202 555 0143'
export const MOBILE_PHONE = '+1 202 555 0147'

export type Body = Record<string, unknown>

/** A person as identity providers send them. Each value by which endpoints match people is the run's own. */
export function personBody(facts: Pick<Facts, 'emailDomain' | 'omit' | 'phone'>, name: string): Body {
  const address = `${name}@${facts.emailDomain}`
  const whole = {
    schemas: [urns.user, urns.enterpriseUser],
    userName: address,
    externalId: `ext-${name}`,
    active: true,
    displayName: `Ada ${name}`,
    name: { givenName: 'Ada', familyName: `Of ${name}` },
    emails: [{ primary: true, type: 'work', value: address }],
    title: 'Engineer',
    phoneNumbers: [{ type: 'work', value: facts.phone(WORK_PHONE) }],
    [ENTERPRISE]: { department: 'Research', employeeNumber: `no-${name}` },
  }
  return Object.fromEntries(Object.entries(whole).filter(([key]) => !facts.omit.includes(key)))
}

/** Paths that are compared, where the endpoint keeps them. */
export const COMPARED = [
  'userName',
  'externalId',
  'active',
  'displayName',
  'name.givenName',
  'name.familyName',
  'emails[work]',
  'title',
  'phoneNumbers[work]',
  'phoneNumbers[mobile]',
  DEPARTMENT,
  `${ENTERPRISE}:employeeNumber`,
] as const

export function groupBody(name: string): Body {
  return { schemas: [urns.group], displayName: name, externalId: `ext-${name}` }
}

export function patchBody(operations: readonly Body[]): Body {
  return { schemas: [urns.patchOp], Operations: operations }
}
