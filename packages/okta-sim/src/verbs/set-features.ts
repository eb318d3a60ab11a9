import { defineVerb } from '@scimulator/shared/behaviour'
import type { Engine } from '../engine.ts'
import { setFeatures } from '../plan/applications.ts'
import { findApplication } from '../plan/org.ts'
import { Features } from '../values/application.ts'
import { OfApplication } from './inputs.ts'

export function setFeaturesVerb(engine: Engine) {
  return defineVerb({
    name: 'set-features',
    describes: 'Ticks or clears features of provisioning: Create Users, Update User Attributes, Deactivate Users.',
    input: OfApplication.extend(Features.partial().shape),
    run({ application, ...ticked }) {
      const known = findApplication(engine.org, application)
      const features = Features.parse({ ...known.features, ...ticked })
      return engine.act(setFeatures(engine.org, known, features, engine.maker))
    },
  })
}
