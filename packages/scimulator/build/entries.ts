/** Modules of the library, by the name under which they are imported: `scimulator`, `scimulator/scim`. Each has an ESM and a CommonJS form. */
export const LIBRARY: Readonly<Record<string, string>> = {
  index: 'src/index.ts',
}

/** The command's one module, which bin/scimulator.js loads. */
export const COMMAND: Readonly<Record<string, string>> = { command: 'src/cli/main.ts' }
