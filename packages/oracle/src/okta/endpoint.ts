// What the endpoint holds. It refuses nothing.

export interface Account {
  readonly userName: string
  readonly active: boolean
  /** Empty where there is none: an attribute that was emptied goes out empty (O307). */
  readonly title: string
}

export interface Team {
  readonly name: string
  readonly members: ReadonlySet<string>
}

export class Endpoint {
  /** By numbers of its own. */
  readonly accounts = new Map<string, Account>()
  readonly teams = new Map<string, Team>()
  #made = 0

  accountNamed(name: string): string | undefined {
    return [...this.accounts].find(([, { userName }]) => userName === name)?.[0]
  }

  teamNamed(wanted: string): string | undefined {
    return [...this.teams].find(([, { name }]) => name === wanted)?.[0]
  }

  create(account: Account): string {
    const id = this.#next()
    this.accounts.set(id, account)
    return id
  }

  change(id: string, change: Partial<Account>): void {
    const known = this.accounts.get(id)
    if (known) this.accounts.set(id, { ...known, ...change })
  }

  createTeam(team: Team): string {
    const id = this.#next()
    this.teams.set(id, team)
    return id
  }

  #next(): string {
    this.#made += 1
    return String(this.#made)
  }
}
