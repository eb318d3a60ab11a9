/** Modules of the library, by the name under which they are imported: `scimulator`, `scimulator/scim`. Each is built as ESM and as CommonJS. */
export const LIBRARY: Readonly<Record<string, string>> = {
  index: 'src/index.ts',
  scim: 'src/scim.ts',
  mapping: 'src/mapping.ts',
  express: 'src/express.ts',
  requests: 'src/requests.ts',
}

/** Modules of the library for which there is no `require`. */
export const MODULES_ONLY: Readonly<Record<string, string>> = { vitest: 'src/vitest.ts' }

/** The command's one module, which bin/scimulator.js loads. */
export const COMMAND: Readonly<Record<string, string>> = { command: 'src/cli/main.ts' }
