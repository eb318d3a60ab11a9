const BINDING = '# yaml-language-server: $schema=scenarios/schema/config.schema.json'

/** The endpoint under a name; without one, how one is named. A token stands in the environment and in no file. */
export function configFile(target: string | undefined): string {
  const url = target ?? 'https://scim.example.com/scim/v2'
  const lines = [
    'targets:',
    '  mine:',
    `    url: ${url}`,
    '    # Name of the environment variable that holds the bearer token.',
    '    tokenEnv: SCIM_TOKEN',
  ]
  if (target !== undefined) return `${BINDING}\n${lines.join('\n')}\n`
  const commented = lines.map((line) => (line.trim().startsWith('#') ? line : `# ${line}`))
  return `${BINDING}\n# Your endpoint, by a name: scimulator run scenarios --target mine\n${commented.join('\n')}\n`
}
