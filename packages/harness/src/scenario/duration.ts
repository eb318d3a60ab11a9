import { parseDuration } from '@scimulator/shared/runtime'
import { z } from 'zod'

/** A span of virtual time, as files write it. */
export const Duration = z
  .string()
  .refine((text) => parseDuration(text) !== undefined, 'A duration is written 40m, 1d 12h or 90s (s, m, h, d, w)')
  .describe('40m, 1d 12h, 90s')
