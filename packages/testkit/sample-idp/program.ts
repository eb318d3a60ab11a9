// The smallest identity provider: what a further program has to write, beside its words.
import { defineProgram } from '@scimulator/shared/program'
import { verbsOf, viewsOf } from './control.ts'
import type { Kinds } from './state.ts'

export const sampleProgram = defineProgram<Kinds>({ name: 'sample', title: 'The sample', dataVersion: 1 }, (desk) => ({
  verbs: verbsOf(desk),
  views: viewsOf(desk),
}))
