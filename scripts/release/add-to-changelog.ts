/** What somebody notices, as a changeset says it. */
export interface Noticed {
  readonly summary: string
}

/**
 * The changelog with a section for a version above all others; each summary is one item.
 *
 * @throws Error when the version has a section already
 */
export function addToChangelog(changelog: string, version: string, noticed: readonly Noticed[]): string {
  if (changelog.includes(`\n## ${version}`)) throw new Error(`CHANGELOG.md has a section of ${version} already.`)
  const items = noticed.map(({ summary }) => `- ${summary.trim().replaceAll('\n', '\n  ')}\n`)
  const first = changelog.indexOf('\n## ')
  const at = first < 0 ? changelog.length : first + 1
  return `${changelog.slice(0, at)}## ${version}\n\n${items.join('')}\n${changelog.slice(at)}`
}
