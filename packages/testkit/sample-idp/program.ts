// The smallest identity provider: what a further program has to write, beside its words.
import { defineProgram } from '@scimulator/shared/program'
import { switches } from './behaviour.ts'
import { verbsOf, viewsOf } from './control.ts'
import type { Kinds } from './state.ts'

const facts = {
  name: 'sample',
  title: 'The sample',
  dataVersion: 1,
  switches,
}

export const sampleProgram = defineProgram<Kinds>(facts, (desk) => ({ verbs: verbsOf(desk), views: viewsOf(desk) }))
