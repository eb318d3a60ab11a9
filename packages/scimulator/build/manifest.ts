import { LIBRARY, MODULES_ONLY } from './entries.ts'

/** What of the workspace's manifest a published one is made of. */
export interface WorkspaceManifest {
  readonly name: string
  readonly version: string
  readonly description: string
  readonly license: string
}

interface Target {
  readonly types: string
  readonly default: string
}

/** The package.json that is published: no scripts, no dependency of the workspace, and what the library exports. */
export function publishedManifest({ name, version, description, license }: WorkspaceManifest): object {
  return {
    name,
    version,
    description,
    license,
    type: 'module',
    engines: { node: '>=20.19.0' },
    bin: { scimulator: './bin/scimulator.js' },
    main: './dist/index.cjs',
    types: './dist/index.d.cts',
    exports: { ...libraryExports(), './requests/*.json': './requests/*.json', './package.json': './package.json' },
    sideEffects: false,
    peerDependencies: { express: '>=4', vitest: '>=2' },
    peerDependenciesMeta: { express: { optional: true }, vitest: { optional: true } },
    keywords: ['scim', 'scim2', 'provisioning', 'entra-id', 'azure-ad', 'jumpcloud', 'identity', 'testing', 'mock'],
  }
}

type Exports = Readonly<Record<string, { readonly import: Target; readonly require: Target } | Target>>

function libraryExports(): Exports {
  const both = Object.keys(LIBRARY).map((name) => [subpath(name), { import: esm(name), require: commonJs(name) }])
  // Without a condition, so that TypeScript finds the types from a file that is CommonJS by its package, as many test files are.
  const modules = Object.keys(MODULES_ONLY).map((name) => [subpath(name), esm(name)])
  return Object.fromEntries([...both, ...modules])
}

function subpath(name: string): string {
  return name === 'index' ? '.' : `./${name}`
}

function esm(name: string): Target {
  return { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` }
}

function commonJs(name: string): Target {
  return { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` }
}
