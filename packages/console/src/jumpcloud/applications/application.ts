import type { Views } from '../../source/source.ts'

export type Application = Views['jumpcloud.applications']
