/**
 * A text that names a version of the package, with the next one: `scimulator@0.1.0`, `scimulator:0.1.0` of an image, `scimulator-0.1.0.tgz`,
 * and the default of the action's input `version`. Other numbers stay, also equal ones of other packages.
 */
export function withVersion(text: string, from: string, to: string): string {
  const number = `${from.replaceAll('.', '\\.')}(?![\\w+-]|\\.\\d)`
  return text
    .replace(new RegExp(`(?<![\\w-])(scimulator[@:-])${number}`, 'g'), `$1${to}`)
    .replace(new RegExp(`(\\n  version:\\n(?:    .*\\n)*?    default: )${number}`), `$1${to}`)
}
