import { type JumpCloudOptions, type ProfileName, profiles } from '@scimulator/jumpcloud-sim'
import { createSender, listen } from '@scimulator/shared/http'
import { createRandomIds, createRealSchedule, createVirtualSchedule, systemClock } from '@scimulator/shared/runtime'
import { BadInput } from '../scenario/problem.ts'
import { complain, EXIT, print } from './output.ts'

export interface JumpCloudArguments {
  readonly port: string
  readonly data?: string
  readonly clock: string
  readonly profile: string
}

/** Serves until SIGINT or SIGTERM, then finishes what is in flight, closes the folder and ends with 0. */
export async function jumpCloudUp(options: JumpCloudArguments): Promise<number> {
  const { createJumpCloudOrg, openJumpCloudOrg } = await import('@scimulator/jumpcloud-sim')
  const schedule = scheduleOf(options.clock)
  const sender = createSender({ clock: schedule })
  const program: JumpCloudOptions = {
    schedule,
    ids: createRandomIds(),
    send: sender.send,
    profile: readProfile(options.profile),
  }
  const port = readPort(options.port)
  const stopped = untilStopped()
  const org = options.data === undefined ? createJumpCloudOrg(program) : await openJumpCloudOrg(options.data, program)
  const server = await listen(org.handle, { port })
  print(
    `JumpCloud organisation at ${server.url} (${options.data ?? 'in memory'}, ${options.clock} clock); Ctrl-C stops it`,
  )
  await stopped
  await server.close()
  await org.close()
  await sender.close()
  if ('close' in schedule) schedule.close()
  return EXIT.passed
}

function scheduleOf(clock: string) {
  if (clock === 'virtual') return createVirtualSchedule(systemClock.now())
  if (clock === 'real') return createRealSchedule((error) => complain(String(error)))
  throw new BadInput(`--clock is "${clock}"; it can be real or virtual`)
}

function readProfile(name: string): ProfileName {
  const known = Object.keys(profiles).find((profile) => profile === name)
  // Found among the keys of the record that the type is made of.
  if (known) return known as ProfileName
  throw new BadInput(`--profile is "${name}"; it can be ${Object.keys(profiles).join(' or ')}`)
}

function readPort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new BadInput(`--port is "${text}"; give a number from 0 to 65535`)
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
