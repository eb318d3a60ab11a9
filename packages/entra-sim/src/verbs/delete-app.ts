import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { deleteApp } from '../acts/job-acts.ts'
import type { EntraContext } from '../context.ts'
import { findApp } from '../state/find.ts'
import { AppName } from './inputs.ts'

const Input = z.strictObject({ app: AppName })

export const deleteAppVerb = (context: EntraContext) =>
  defineVerb({
    name: 'delete-app',
    describes:
      'Deletes an app with its provisioning job and its assignments; accounts that it has provisioned stay at the target.',
    input: Input,
    run: ({ app: name }) => {
      const app = findApp(context.ports.view, name)
      deleteApp(context, app)
      return { id: app.id, name: app.displayName }
    },
  })
