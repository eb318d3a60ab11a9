import { BadInput } from '@scimulator/harness/scenario'
import { DEMO_PEOPLE, MOST_PEOPLE } from './demo-company.ts'
import type { UpOptions } from './up-options.ts'

/** Refuses options that are right by themselves and do not go together, and more people than one process holds. */
export function checkTogether({
  demo,
  people = DEMO_PEOPLE,
  company,
  domain,
  data,
  clock,
  target,
  observe = true,
}: UpOptions): void {
  if (target !== undefined && clock === 'virtual')
    throw new BadInput('--clock virtual does not go with --target: your endpoint lives on real time.')
  if (target !== undefined && data !== undefined)
    throw new BadInput(
      '--data does not go with --target: what is made there is deleted at the end, and the folder would know of it.',
    )
  if (!observe && target === undefined)
    throw new BadInput('--no-observe goes with --target: what our own receiver changes it tells by itself.')
  if ((company !== undefined || domain !== undefined) && !demo)
    throw new BadInput('--company and --domain go with --demo.')
  if (people !== DEMO_PEOPLE && !demo) throw new BadInput('--people goes with --demo.')
  if (people > MOST_PEOPLE)
    throw new BadInput(
      `--people ${people} is more than the ${MOST_PEOPLE} that one process holds. ` +
        'Start the programs one by one: scimulator receiver up, and scimulator entra up --people.',
    )
  if (data !== undefined && clock === 'virtual')
    throw new BadInput('--clock virtual does not go with --data: what is kept in a folder lives on real time.')
}
