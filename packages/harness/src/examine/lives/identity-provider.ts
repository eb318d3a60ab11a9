import type { Person, Team } from './company-state.ts'
import type { Sender } from './expected-directory.ts'

/** What an administrator does at an identity provider; what one does not have is left out. Nothing is sent before `settle`, where it works in cycles. */
export interface IdentityProvider {
  readonly sender: Sender
  /** Connects and tests the connection. @returns why it cannot be used */
  connect(): Promise<string | undefined>
  /** Tests the connection once more, as an administrator does. @returns why it cannot be used */
  testAgain(): Promise<string | undefined>
  hire(person: Person, displayName: string): Promise<void>
  change(key: string, person: Person, displayName: string): Promise<void>
  report?(key: string, boss: string | undefined): Promise<void>
  join(team: string, key: string): Promise<void>
  leave(team: string, key: string): Promise<void>
  block(key: string, isBlocked: boolean): Promise<void>
  remove(key: string): Promise<void>
  restore?(key: string): Promise<void>
  purge?(key: string): Promise<void>
  makeTeam(team: Team): Promise<void>
  /** A team within a team, where the identity provider knows that. */
  nest?(team: string, inner: string, isIn: boolean): Promise<void>
  /** The role of the story is given to a person, or taken away. */
  giveRole?(key: string, isGiven: boolean): Promise<void>
  renameTeam(key: string, name: string): Promise<void>
  deleteTeam(key: string): Promise<void>
  limitDeletions?(threshold: number | null): Promise<void>
  allowDeletes?(): Promise<void>
  restart?(): Promise<void>
  /** Everything that is due goes out. `touched`: keys of the people and teams that the act is about. */
  settle(touched: readonly string[]): Promise<void>
  /** An administrator sends again what failed, where the identity provider waits for that. */
  tryAgain?(): Promise<void>
  /** Ids at the endpoint, by key, as the identity provider knows them now. */
  links(): Promise<ReadonlyMap<string, string>>
  close(): Promise<void>
}
