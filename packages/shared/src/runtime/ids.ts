// Ids are a function of (seed, actor, kind, counter), so that a scenario run twice names everything alike.
// The counters are part of a program's stored state; a program that runs by itself takes random ids instead.
import { hash, randomBytes, randomUUID } from 'node:crypto'

export interface Ids {
  /** A lower-case UUID (version 4 in form). `kind` is a word such as `User`, `changeId`. */
  uuid(kind: string): string
  /** 24 lower-case hex digits, JumpCloud's ObjectId. */
  objectId(kind: string): string
  /** A secret of `bytes` random bytes (default 32), base64url. */
  token(kind: string, bytes?: number): string
  /** A number in [0, 1). */
  random(kind: string): number
  /** How many of each kind were given out; empty for random ids. */
  counters(): Readonly<Record<string, number>>
  /** Continues from stored counters. */
  resume(counters: Readonly<Record<string, number>>): void
}

export function createSeededIds(seed: string | number, actor: string): Ids {
  let given = new Map<string, number>()

  function next(kind: string): Buffer {
    const counter = (given.get(kind) ?? 0) + 1
    given.set(kind, counter)
    // In one call: an import makes tens of thousands of ids, and an object for each hash costs more than the hash.
    return hash('sha256', JSON.stringify([String(seed), actor, kind, counter]), 'buffer')
  }

  return {
    uuid: (kind) => asUuid(next(kind)),
    objectId: (kind) => next(kind).toString('hex').slice(0, 24),
    token: (kind, bytes = 32) => next(kind).subarray(0, bytes).toString('base64url'),
    random: (kind) => next(kind).readUIntBE(0, 6) / 2 ** 48,
    counters: () => Object.fromEntries([...given].sort(([a], [b]) => (a < b ? -1 : 1))),
    resume(counters) {
      given = new Map(Object.entries(counters))
    },
  }
}

export function createRandomIds(): Ids {
  return {
    uuid: () => randomUUID(),
    objectId: () => randomBytes(12).toString('hex'),
    token: (_kind, bytes = 32) => randomBytes(bytes).toString('base64url'),
    random: () => randomBytes(6).readUIntBE(0, 6) / 2 ** 48,
    counters: () => ({}),
    resume() {},
  }
}

function asUuid(digest: Buffer): string {
  const bytes = Buffer.from(digest.subarray(0, 16))
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
