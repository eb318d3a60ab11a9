// node bundle-declarations.mjs FROM TO EXTERNAL…: one declaration file from many. Exits with 1 and says what is left open.
import { writeFileSync } from 'node:fs'
import { rollup } from 'rollup'
import { dts } from 'rollup-plugin-dts'

const [from, to, paths, ...external] = process.argv.slice(2)
/** Modules of the workspace, by name, each with its declaration file. */
const modules = new Map(Object.entries(JSON.parse(paths)))

const bundle = await rollup({
  input: from,
  external: [...external, /^node:/],
  plugins: [{ name: 'workspace', resolveId: (name) => modules.get(name) ?? null }, dts({ respectExternal: true })],
  onwarn({ message }) {
    throw new Error(message)
  },
})
const { output } = await bundle.generate({ format: 'es' })
const [first, ...others] = output
const foreign = [...first.imports, ...first.dynamicImports].filter((name) => !external.includes(name))
if (others.length > 0) throw new Error(`The types of ${from} are not one file.`)
if (foreign.length > 0) throw new Error(`The types of ${from} mention ${foreign.join(', ')}.`)
writeFileSync(to, first.code)
