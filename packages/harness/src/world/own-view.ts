import type { ViewItem } from '@scimulator/shared/behaviour'
import type { z } from 'zod'
import type { World } from './world.ts'

/** A view that the harness itself offers. It reads a world, whatever the target. */
export interface OwnView {
  readonly name: string
  readonly describes: string
  readonly query: z.ZodType
  /** What the value of an item is made of. */
  readonly item: z.ZodType
  read(world: World, query: unknown, stepStarts: readonly number[]): Promise<readonly ViewItem[]>
}
