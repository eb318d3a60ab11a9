import { EventEmitter } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { renameOver, renameOverNow, syncFolder } from './disk.ts'
import { createExclusive } from './exclusive-file.ts'
import { fileName, withSlashes } from './paths.ts'
import { endGroup, isProcessRunning, processStart, startInShell } from './processes.ts'
import { onStopSignal } from './stop-signals.ts'

const failing = (code: string): Error => Object.assign(new Error(code), { code })
const folder = mkdtempSync(join(tmpdir(), 'scimulator-platform-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('signals', () => {
  test.each([
    ['linux', 'SIGINT', 130],
    ['darwin', 'SIGTERM', 143],
    ['win32', 'SIGINT', 130],
    ['win32', 'SIGBREAK', 130],
    ['win32', 'SIGHUP', 143],
  ] as const)('on %s %s asks to stop, with exit code %i', (platform, name, exitCode) => {
    const source = new EventEmitter()
    const stop = vi.fn()
    onStopSignal(stop, source, platform)
    source.emit(name)
    expect(stop).toHaveBeenCalledExactlyOnceWith({ name, exitCode })
    // The second one is the system's.
    expect(source.listenerCount(name)).toBe(0)
  })

  test('on Linux a closed terminal is left to the system', () => {
    const source = new EventEmitter()
    onStopSignal(() => {}, source, 'linux')
    expect(source.eventNames().sort()).toEqual(['SIGINT', 'SIGTERM'])
  })

  test('nobody listens any more after the end', () => {
    const source = new EventEmitter()
    onStopSignal(() => {}, source, 'win32')()
    expect(source.eventNames()).toEqual([])
  })
})

describe('processes', () => {
  test.each([
    [undefined, true],
    ['EPERM', true],
    ['ESRCH', false],
  ])('a kill that fails with %s says: %s', (code, isRunning) => {
    const kill = (): void => {
      if (code !== undefined) throw failing(code)
    }
    expect(isProcessRunning(42, { kill })).toBe(isRunning)
  })

  test('the beginning of a process is read after the last bracket of its name', () => {
    const fields = Array.from({ length: 25 }, (_, index) => index + 3).join(' ')
    const readText = (path: string): string => (path.endsWith('stat') ? `7 (a) b) ${fields}` : 'boot\n')
    expect(processStart(7, { readText })).toBe('boot:22')
  })

  test('without /proc nothing is known of it', () => {
    const readText = (): string => {
      throw failing('ENOENT')
    }
    expect(processStart(7, { readText })).toBe('')
  })

  test.each(['linux', 'darwin'] as const)('on %s the group gets the signal', (platform) => {
    const [kill, run] = [vi.fn(), vi.fn()]
    endGroup(42, 'SIGTERM', { platform, kill, run, readText: () => '' })
    expect(kill).toHaveBeenCalledExactlyOnceWith(-42, 'SIGTERM')
    expect(run).not.toHaveBeenCalled()
  })

  test('on Windows the tree is ended by its own program', () => {
    const [kill, run] = [vi.fn(), vi.fn()]
    endGroup(42, 'SIGTERM', { platform: 'win32', kill, run, readText: () => '' })
    expect(run).toHaveBeenCalledExactlyOnceWith('taskkill', ['/pid', '42', '/T', '/F'])
    expect(kill).not.toHaveBeenCalled()
  })

  test('a group that is gone is fine', () => {
    const kill = (): void => {
      throw failing('ESRCH')
    }
    expect(() => endGroup(42, 'SIGKILL', { platform: 'linux', kill, run: () => {}, readText: () => '' })).not.toThrow()
  })

  test('a command line runs in the shell', async () => {
    const child = startInShell('exit 3')
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(3)
  })
})

describe('the disk', () => {
  const openFolder = () => Promise.reject(failing('EISDIR'))

  test('a rename on Windows waits for whoever holds the file', async () => {
    const sleep = vi.fn(async () => {})
    const rename = vi
      .fn()
      .mockRejectedValueOnce(failing('EPERM'))
      .mockRejectedValueOnce(failing('EBUSY'))
      .mockResolvedValue(undefined)
    await renameOver('a', 'b', { platform: 'win32', rename, sleep, openFolder })
    expect(rename).toHaveBeenCalledTimes(3)
    expect(sleep.mock.calls).toEqual([[10], [20]])
  })

  test('it gives up after about a second', async () => {
    const waited: number[] = []
    const sleep = async (ms: number) => waited.push(ms)
    const rename = () => Promise.reject(failing('EACCES'))
    await expect(renameOver('a', 'b', { platform: 'win32', rename, sleep, openFolder })).rejects.toThrow('EACCES')
    expect(waited.reduce((sum, ms) => sum + ms)).toBeLessThan(1_500)
  })

  test.each(['linux', 'darwin'] as const)('on %s a refusal is a refusal', async (platform) => {
    const rename = vi.fn().mockRejectedValue(failing('EPERM'))
    await expect(renameOver('a', 'b', { platform, rename, sleep: async () => {}, openFolder })).rejects.toThrow('EPERM')
    expect(rename).toHaveBeenCalledOnce()
  })

  test('a missing file is told at once, also on Windows', async () => {
    const rename = vi.fn().mockRejectedValue(failing('ENOENT'))
    await expect(
      renameOver('a', 'b', { platform: 'win32', rename, sleep: async () => {}, openFolder }),
    ).rejects.toThrow('ENOENT')
    expect(rename).toHaveBeenCalledOnce()
  })

  test('the same holds while nothing else may happen', () => {
    const sleep = vi.fn()
    const rename = vi.fn().mockImplementationOnce(() => {
      throw failing('EBUSY')
    })
    renameOverNow('a', 'b', { platform: 'win32', rename, sleep })
    expect([rename.mock.calls.length, sleep.mock.calls]).toEqual([2, [[10]]])
  })

  test('a folder is made durable where that can be asked for', async () => {
    const handle = { sync: vi.fn(async () => {}), close: vi.fn(async () => {}) }
    const disk = { rename: async () => {}, sleep: async () => {}, openFolder: async () => handle }
    await syncFolder('x', { ...disk, platform: 'win32' })
    expect(handle.sync).not.toHaveBeenCalled()
    await syncFolder('x', { ...disk, platform: 'darwin' })
    expect([handle.sync, handle.close].every((asked) => asked.mock.calls.length === 1)).toBe(true)
  })

  test.each(['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'])(
    'where links fail with %s a file is made all the same, once',
    async (code) => {
      const path = join(folder, `lock-${code}`)
      const link = () => Promise.reject(failing(code))
      expect(await createExclusive(path, 'one', { link })).toBe(true)
      expect(await createExclusive(path, 'two', { link })).toBe(false)
      expect(readFileSync(path, 'utf8')).toBe('one')
      expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
    },
  )

  test('a full disk is told', async () => {
    const link = () => Promise.reject(failing('ENOSPC'))
    await expect(createExclusive(join(folder, 'full'), 'x', { link })).rejects.toThrow('ENOSPC')
  })
})

describe('names', () => {
  test.each([
    ['a\\b\\c.yaml', '\\', 'a/b/c.yaml'],
    ['a/b\\c.yaml', '/', 'a/b\\c.yaml'],
  ])('%s with separator %s is %s', (path, separator, shown) => {
    expect(withSlashes(path, separator)).toBe(shown)
  })

  test.each([
    ['help page', 'help page'],
    ['a/b\\c:d*e?', 'a-b-c-d-e-'],
    ['..', '_'],
    ['.hidden', 'hidden'],
    ['CON', '_CON'],
    ['con.txt', '_con.txt'],
    ['console', 'console'],
    ['trailing. . ', 'trailing'],
    ['', '_'],
    ['Zoë', 'Zoë'],
    ['tab\there', 'tab-here'],
  ])('%j makes the file name %j', (text, name) => {
    expect(fileName(text)).toBe(name)
  })

  test('every text makes a name that every system takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const name = fileName(text)
        expect(name).toMatch(/^[^\p{Cc}\p{Cs}<>:"/\\|?*]{1,121}$/u)
        expect(name).not.toMatch(/[. ]$|^\.|^(con|nul|aux|prn)(\.|$)/i)
        expect(fileName(name)).toBe(name)
      }),
    )
  })
})
