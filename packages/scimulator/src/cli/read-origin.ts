import { BadInput } from '@scimulator/harness/scenario'

/** The value of `--allow-target`. @throws BadInput when it is more, or less, than an origin. */
export function readOrigin(text: string): string {
  if (/^https?:\/\/[^/]+\/?$/.test(text) && URL.canParse(text)) return new URL(text).origin
  throw new BadInput(`--allow-target is "${text}"; give an origin such as https://scim.example.com`)
}
