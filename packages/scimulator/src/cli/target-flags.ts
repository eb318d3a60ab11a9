import { TARGET_OPTIONS } from '@scimulator/harness/target/options'
import type { Command } from 'commander'

/** The options by which every command that has a target describes it; without `--target` for those that take the URL as an argument. */
export function addTargetFlags(command: Command, withTarget = true): Command {
  if (withTarget) {
    command.option('--target <url|name>', 'a SCIM endpoint of yours, or its name in scimulator.config.yaml')
  }
  command.option('--config <file>', 'where targets have names (default: scimulator.config.yaml)')
  for (const { flags, describes, takes } of TARGET_OPTIONS) {
    if (takes === 'many') command.option(flags, describes, (value: string, before: string[] = []) => [...before, value])
    else command.option(flags, describes)
  }
  return command.option(
    '--i-own-this-target',
    'needed for a target on another machine: accounts are created, changed and deleted there',
  )
}
