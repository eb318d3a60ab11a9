import { LIBRARY } from './entries.ts'

/** What of the workspace's manifest a published one is made of. */
export interface WorkspaceManifest {
  readonly name: string
  readonly version: string
  readonly description: string
  readonly license: string
}

type Target = { readonly types?: string; readonly default: string }

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
    module: './dist/index.js',
    exports: { ...libraryExports(), './package.json': './package.json' },
    sideEffects: false,
    keywords: ['scim', 'scim2', 'provisioning', 'entra-id', 'azure-ad', 'jumpcloud', 'identity', 'testing', 'mock'],
  }
}

function libraryExports(): Record<string, { readonly import: Target; readonly require: Target }> {
  return Object.fromEntries(
    Object.keys(LIBRARY).map((name) => [
      name === 'index' ? '.' : `./${name}`,
      {
        import: { default: `./dist/${name}.js` },
        require: { default: `./dist/${name}.cjs` },
      },
    ]),
  )
}
