import { createJumpCloudOrg as create } from '@scimulator/jumpcloud-sim'
import { createSender } from '@scimulator/shared/http'
import { createSeededIds } from '@scimulator/shared/runtime'
import { assertOptions, type OptionChecks, oneOf } from './assert-options.ts'
import { scheduleFrom, timed } from './clock.ts'
import { defined } from './defined.ts'
import type { JumpCloudVerbs, JumpCloudView } from './generated/jumpcloud-verbs.ts'
import type { Program, Timed } from './program.ts'
import { programOf } from './program-of.ts'
import { SIMULATOR_OPTIONS, type SimulatorOptions } from './simulator-options.ts'

/** How an organisation begins. */
export interface JumpCloudOrgOptions extends SimulatorOptions {
  /** Set of switches: `jumpcloud-default`, or `jumpcloud-put-groups`, which writes groups with PUT. */
  readonly profile?: 'jumpcloud-default' | 'jumpcloud-put-groups'
}

const OPTIONS: OptionChecks<JumpCloudOrgOptions> = {
  ...SIMULATOR_OPTIONS,
  profile: oneOf('jumpcloud-default', 'jumpcloud-put-groups'),
}

/** A JumpCloud organisation with its SCIM connectors; its API is below `/api`. */
export interface JumpCloudOrg extends JumpCloudVerbs, Program<JumpCloudView>, Timed {}

/**
 * A JumpCloud organisation in memory, on a virtual clock: pushes that wait run when `advance` reaches them.
 *
 * @throws an Error for an option or a switch that does not exist or cannot have that value; it names what is allowed.
 */
export function createJumpCloudOrg(options: JumpCloudOrgOptions = {}): JumpCloudOrg {
  assertOptions('createJumpCloudOrg', options, OPTIONS)
  const { start, seed = 1, switches, displayName, profile, allowTargets = [] } = options
  const schedule = scheduleFrom(start)
  const sender = createSender({ clock: schedule, allowedOrigins: new Set(allowTargets) })
  const org = create({
    schedule,
    ids: createSeededIds(seed, 'jumpcloud'),
    send: sender.send,
    ...defined({ switches, displayName, profile }),
  })
  const program = programOf<JumpCloudVerbs, JumpCloudView>({
    control: org.control,
    handle: org.handle,
    settle: () => schedule.settle(),
    async close() {
      await sender.close()
      await org.close()
    },
  })
  return Object.assign(program, timed(schedule))
}
