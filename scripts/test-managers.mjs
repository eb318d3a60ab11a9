// `npm run test:managers [NAMES]`: the tarball of `npm run pack`, installed by each package manager in a folder outside the clone, then a
// scenario by the command, and the library by import and by require. The managers come through npm; the first run downloads them.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const DIST = join(import.meta.dirname, '../packages/scimulator/dist')
const tarball = readdirSync(DIST).find((name) => name.endsWith('.tgz'))
if (!tarball) {
  console.error('There is no tarball. Make it first: npm run pack.')
  process.exit(2)
}
const file = `file:${join(DIST, tarball)}`

const LIBRARY = `
  const receiver = createReceiver({ profile: 'rfc' })
  receiver.listen().then(async ({ url }) => {
    const answer = await fetch(url + '/scim/v2/Users', { headers: { authorization: 'Bearer ' + receiver.token } })
    console.log('library ' + answer.status)
    await receiver.close()
  })
`

const pnpm = ['npx', '-y', 'pnpm@12.21.0']
const yarn = ['npx', '-y', '-p', '@yarnpkg/cli-dist@4.18.1', 'yarn']
const bun = ['npx', '-y', 'bun@1.4.5']

/** @type {Record<string, { files?: Record<string, string>, install: string[], run: string[], node: string[] }>} */
const MANAGERS = {
  npm: { install: ['npm', 'install', '--no-audit', '--no-fund'], run: ['npx', '--no-install'], node: ['node'] },
  pnpm: { install: [...pnpm, 'install'], run: [...pnpm, 'exec'], node: ['node'] },
  'yarn, node_modules': {
    files: { '.yarnrc.yml': 'nodeLinker: node-modules\nenableTelemetry: false\n', 'yarn.lock': '' },
    install: [...yarn, 'install'],
    run: [...yarn, 'run'],
    node: ['node'],
  },
  'yarn, PnP': {
    files: { '.yarnrc.yml': 'nodeLinker: pnp\nenableTelemetry: false\n', 'yarn.lock': '' },
    install: [...yarn, 'install'],
    run: [...yarn, 'run'],
    node: [...yarn, 'node'],
  },
  'npm workspace with zod 3 and vitest 3': {
    files: {
      'packages/other/package.json': JSON.stringify({
        name: 'other',
        version: '1.0.0',
        dependencies: { zod: '^3.25.0', vitest: '^3.2.0' },
      }),
    },
    install: ['npm', 'install', '--no-audit', '--no-fund'],
    run: ['npx', '--no-install'],
    node: ['node'],
  },
  bun: { install: [...bun, 'install'], run: [...bun, 'x', '--bun'], node: bun },
}

const asked = process.argv.slice(2)
const names = Object.keys(MANAGERS).filter((name) => asked.length === 0 || asked.some((word) => name.includes(word)))
const failed = names.filter((name) => {
  const problem = tryOut(MANAGERS[name])
  console.log(`${problem === undefined ? 'works' : 'FAILS'}  ${name}${problem === undefined ? '' : `\n${problem}`}`)
  return problem !== undefined
})
process.exitCode = failed.length > 0 ? 1 : 0

function tryOut({ files = {}, install, run, node }) {
  const folder = mkdtempSync(join(tmpdir(), 'scimulator-manager-'))
  const workspaces = Object.keys(files).some((path) => path.startsWith('packages/'))
    ? { workspaces: ['packages/*'] }
    : {}
  const manifest = {
    name: 'consumer',
    version: '1.0.0',
    private: true,
    ...workspaces,
    dependencies: { scimulator: file },
  }
  const all = {
    'package.json': JSON.stringify(manifest),
    'library.mjs': `import { createReceiver } from 'scimulator'\n${LIBRARY}`,
    'library.cjs': `const { createReceiver } = require('scimulator')\n${LIBRARY}`,
    ...files,
  }
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const problem =
    says(folder, install, '') ??
    says(folder, [...run, 'scimulator', 'run', 'entra/help-page', '--brief'], '2 passed') ??
    says(folder, [...node, 'library.mjs'], 'library 200') ??
    says(folder, [...node, 'library.cjs'], 'library 200')
  rmSync(folder, { recursive: true, force: true })
  return problem
}

/** What went wrong, or undefined when the command ends well and prints the text. */
function says(cwd, [command, ...args], text) {
  const env = { ...process.env, NO_COLOR: '1', DO_NOT_TRACK: '1', YARN_ENABLE_IMMUTABLE_INSTALLS: 'false' }
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8' })
  if (status === 0 && stdout.includes(text)) return undefined
  return `  ${command} ${args.join(' ')} ended with ${status}\n${stdout}${stderr}`.split('\n').slice(0, 25).join('\n  ')
}
