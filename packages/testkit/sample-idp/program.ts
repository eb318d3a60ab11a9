// The smallest identity provider: what a further program has to write, beside its words.
import { BadOption, defineProgram, type OwnUp } from '@scimulator/shared/program'
import { MEDIA_TYPES, sentAs, switches } from './behaviour.ts'
import { verbsOf, viewsOf } from './control.ts'
import type { Kinds } from './state.ts'

/** `sample up --bodies-as`. */
const up: OwnUp = {
  serve({ bodiesAs }) {
    if (bodiesAs === undefined) return {}
    const type = MEDIA_TYPES.find((known) => known === bodiesAs)
    if (type === undefined) throw new BadOption(`--bodies-as is "${bodiesAs}". Allowed: ${MEDIA_TYPES.join(', ')}.`)
    return { options: sentAs(type) }
  },
}

const facts = {
  name: 'sample',
  title: 'The sample',
  dataVersion: 1,
  switches,
  up,
}

export const sampleProgram = defineProgram<Kinds>(facts, (desk) => ({ verbs: verbsOf(desk), views: viewsOf(desk) }))
