// The steps of the Dockerfile, carried out in an empty folder instead of in a container: nothing here can build an image.
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, expect, inject, test } from 'vitest'
import { z } from 'zod'

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url))
const root = mkdtempSync(join(tmpdir(), 'scimulator-image-'))
afterAll(() => rmSync(root, { recursive: true }))

interface Instruction {
  readonly name: string
  readonly text: string
}

const instructions: readonly Instruction[] = readFileSync(join(ROOT, 'docker/Dockerfile'), 'utf8')
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n/g, ' ')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => ({ name: line.split(' ', 1)[0] ?? '', text: line.slice(line.indexOf(' ') + 1) }))

const all = (name: string): string[] => instructions.filter((one) => one.name === name).map(({ text }) => text)
const words = (text: string): string[] => z.array(z.string()).parse(JSON.parse(text))

/** The same script with every absolute path below the folder that stands for `/`. */
const below = (script: string): string => script.replace(/(?<=^|\s)\/(?=[a-z])/g, `${root}/`)

test('only instructions that are carried out here stand in it, and the last user is not root', () => {
  const known = ['FROM', 'COPY', 'RUN', 'USER', 'WORKDIR', 'VOLUME', 'EXPOSE', 'HEALTHCHECK', 'ENTRYPOINT', 'CMD']
  expect(instructions.filter(({ name }) => !known.includes(name))).toEqual([])
  expect(all('FROM')).toEqual([expect.stringMatching(/^node:\d+-alpine$/)])
  expect(all('USER').at(-1)).toBe('node')
  const afterUser = instructions.slice(instructions.findIndex(({ name }) => name === 'USER'))
  expect(afterUser.some(({ name }) => name === 'RUN' || name === 'COPY')).toBe(false)
})

test('what it copies and runs makes a program that is healthy when it is asked, and stops when it is told', async () => {
  const tarball = inject('tarball')
  for (const [from = '', to = ''] of all('COPY').map((text) => text.split(' '))) {
    expect(from.endsWith('.tgz') ? basename(tarball) : from).toBe(from.endsWith('.tgz') ? basename(from) : from)
    mkdirSync(dirname(join(root, to)), { recursive: true })
    cpSync(from.endsWith('.tgz') ? tarball : join(ROOT, from), join(root, to))
  }
  // As npm of an image has it: programs go to /usr/local. Nobody here may give a folder away.
  const env = { ...process.env, npm_config_prefix: join(root, 'usr/local'), NO_COLOR: '1' }
  for (const script of all('RUN'))
    await promisify(execFile)('sh', ['-c', below(script).replace(/&& chown \S+ \S+/, '')], { env })

  const port = await freePort()
  const [program = '', ...first] = words(all('ENTRYPOINT')[0] ?? '')
  const path = join(root, 'usr/local/bin')
  const args = [...first, ...words(all('CMD')[0] ?? ''), '--port', String(port)]
  const child = spawn(join(path, program), args, { cwd: join(root, all('WORKDIR')[0] ?? ''), env })
  try {
    await firstOutput(child)
    expect(await healthOf(port)).toBe(0)
  } finally {
    child.kill('SIGTERM')
  }
  expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(143)
  expect(await healthOf(port)).toBe(1)
})

/** @returns the exit code of the health check */
async function healthOf(port: number): Promise<number> {
  const check = all('HEALTHCHECK')[0] ?? ''
  const [program = '', ...args] = words(check.slice(check.indexOf('[')))
  return new Promise((resolve) => {
    execFile(program, [...args.map(below), String(port)], (error) =>
      resolve(typeof error?.code === 'number' ? error.code : 0),
    )
  })
}

function firstOutput(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', () => resolve())
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)))
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
