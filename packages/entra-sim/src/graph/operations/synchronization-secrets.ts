import { z } from 'zod'
import { putSecrets } from '../../job/acts.ts'
import { servicePrincipalOf } from '../find.ts'
import { NO_CONTENT, operation } from '../operation.ts'
import { readBody } from '../read-body.ts'

const TEMPLATE = '/servicePrincipals/{servicePrincipal}/synchronization/secrets'
const Secrets = z.looseObject({ value: z.array(z.looseObject({ key: z.string(), value: z.string().nullable() })) })

/** What Graph writes in place of a secret; putting it back keeps the saved value. */
const MASK = '*'

/** Keys whose values nobody reads back. */
const MASKED = /^(SecretToken|Password|ClientSecret|Oauth2ClientSecret|Oauth2AccessToken|Oauth2RefreshToken)$/i

/** Graph synchronizationSecretKeyStringValuePair. PUT replaces the whole list. */
export const synchronizationSecretOperations = [
  operation('GET', TEMPLATE, (call) => {
    const { secrets } = servicePrincipalOf(call)
    const value = secrets.map(({ key, value: text }) => ({ key, value: MASKED.test(key) ? MASK : text }))
    return {
      status: 200,
      body: { '@odata.context': `${call.root}/$metadata#Collection(synchronizationSecretKeyStringValuePair)`, value },
    }
  }),

  operation('PUT', TEMPLATE, (call) => {
    const app = servicePrincipalOf(call)
    const saved = new Map(app.secrets.map(({ key, value }) => [key, value]))
    const secrets = readBody(Secrets, call.body).value.map(({ key, value }) => {
      const isMask = MASKED.test(key) && value !== null && /^\*+$/.test(value)
      return { key, value: isMask ? (saved.get(key) ?? '') : (value ?? '') }
    })
    putSecrets(call.context, app, secrets)
    return NO_CONTENT
  }),
]
