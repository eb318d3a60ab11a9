import { isVirtual, type Schedule } from '@scimulator/shared/runtime'

/** Waits where time is real. A virtual clock stands still during a request, so that nothing would ever end the wait. */
export async function wait(schedule: Schedule, ms: number): Promise<void> {
  if (isVirtual(schedule)) return
  await new Promise((resolve) => {
    schedule.at(schedule.now() + ms, 'receiver', () => resolve(undefined), 'an answer that was late')
  })
}
