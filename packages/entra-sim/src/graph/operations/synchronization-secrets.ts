import { z } from 'zod'
import { putSecrets } from '../../acts/job-acts.ts'
import { SECRET_KEYS } from '../../job/secret-keys.ts'
import { servicePrincipalOf } from '../find.ts'
import { NO_CONTENT, operation } from '../operation.ts'
import { readBody } from '../read-body.ts'
import { MASK, MASKED, readSecrets, SecretItem } from './secret-list.ts'

const TEMPLATE = '/servicePrincipals/{servicePrincipal}/synchronization/secrets'
const Secrets = z.looseObject({ value: z.array(SecretItem) })

/** Graph synchronizationSecretKeyStringValuePair. PUT replaces the whole list. */
export const synchronizationSecretOperations = [
  operation('GET', TEMPLATE, (call) => {
    const secrets = servicePrincipalOf(call).secrets.filter(({ key }) => SECRET_KEYS.has(key))
    const value = secrets.map(({ key, value: text }) => ({ key, value: MASKED.test(key) ? MASK : text }))
    return {
      status: 200,
      body: { '@odata.context': `${call.root}/$metadata#Collection(synchronizationSecretKeyStringValuePair)`, value },
    }
  }),

  operation('PUT', TEMPLATE, (call) => {
    const app = servicePrincipalOf(call)
    putSecrets(call.context, app, readSecrets(readBody(Secrets, call.body).value, app.secrets))
    return NO_CONTENT
  }),
]
