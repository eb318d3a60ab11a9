// `npm run docs:api`: the reference of the library, from the docstrings of its published types.
import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { COMPILERS } from './declarations.ts'
import { LIBRARY, MODULES_ONLY } from './entries.ts'

export interface ApiPage {
  /** From the root of the repository. */
  readonly path: string
  readonly text: string
}

export const API_FOLDER = 'docs/reference/api'

/** What must have a docstring: everything that the library exports, and its functions. */
const DOCUMENTED = ['Function', 'Class', 'Interface', 'TypeAlias', 'Variable', 'Enum', 'Method', 'CallSignature']

/**
 * One page for each module of the library, by the name that it is imported by, and one that lists them.
 *
 * @param types folder of the published declarations, such as dist/package/dist
 * @throws Error that names every export without a docstring
 */
export async function apiReference(types: string): Promise<readonly ApiPage[]> {
  const pages = []
  for (const name of MODULES) pages.push(await pageOf(name, types))
  const names = MODULES.map((name) => `- [${moduleName(name)}](${name}.md)`)
  return [{ path: `${API_FOLDER}/README.md`, text: `# The library\n\n${HEAD}\n${names.join('\n')}\n` }, ...pages]
}

const MODULES = Object.keys({ ...LIBRARY, ...MODULES_ONLY })

const HEAD = 'Generated from docstrings by `npm run docs:api`. All but `scimulator/vitest` can be required as well.\n'

async function pageOf(name: string, types: string): Promise<ApiPage> {
  // Beside the compilers, so that nothing else is found.
  const work = await mkdtemp(join(COMPILERS, 'api-'))
  try {
    const file = `${name}.d.ts`
    await copyFile(join(types, file), join(work, file))
    const compilerOptions = { module: 'nodenext', target: 'es2022', lib: ['es2022'], types: [], strict: true }
    await writeFile(join(work, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [file] }))
    await writeFile(join(work, 'package.json'), JSON.stringify({ name: moduleName(name), type: 'module' }))
    await mkdir(join(work, 'out'))
    await write(work, file)
    const text = await readFile(join(work, 'out/README.md'), 'utf8')
    return { path: `${API_FOLDER}/${name}.md`, text: text.replace(/^# .*\n/, `# ${moduleName(name)}\n`) }
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function write(work: string, file: string): Promise<void> {
  const options = [
    ...['--plugin', 'typedoc-plugin-markdown', '--entryPoints', file, '--out', 'out', '--readme', 'none'],
    ...['--disableSources', '--hideBreadcrumbs', '--hidePageHeader', '--outputFileStrategy', 'modules'],
    ...['--useCodeBlocks', '--parametersFormat', 'table', '--interfacePropertiesFormat', 'table', '--logLevel', 'Warn'],
    ...['--validation.notDocumented', 'true', '--validation.notExported', 'false', '--treatValidationWarningsAsErrors'],
    ...DOCUMENTED.flatMap((kind) => ['--requiredToBeDocumented', kind]),
  ]
  const typedoc = join(COMPILERS, 'node_modules/typedoc/bin/typedoc')
  try {
    await promisify(execFile)(process.execPath, [typedoc, ...options], {
      cwd: work,
      env: { ...process.env, NO_COLOR: '1' },
    })
  } catch (error) {
    const { stdout = '', stderr = '' } = Object(error)
    throw new Error(`The reference of ${file} cannot be written:\n${stdout}${stderr}`)
  }
}

function moduleName(name: string): string {
  return name === 'index' ? 'scimulator' : `scimulator/${name}`
}
