import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { DeviationBoard } from '../deviations/deviation-board.ts'
import { choiceOf, DeviationChoice } from '../deviations/deviation-setting.ts'

const SetDeviationsInput = z.strictObject({
  deviations: z.array(DeviationChoice).describe('Those that are on from now on; an empty list for none'),
})

/** Makes the receiver do something wrong, to see what that does to an identity provider. */
export function setDeviationsVerb(board: DeviationBoard) {
  return defineVerb({
    name: 'set-deviations',
    describes: 'Turns named deviations of the receiver on, and all others off.',
    input: SetDeviationsInput,
    run({ deviations }) {
      board.set(deviations)
      return { deviations: board.active.map(choiceOf) }
    },
  })
}
