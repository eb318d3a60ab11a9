// The application's own door: who gets in with a password, a session or an API key. A real application has all of that already; what
// counts here is what a change of `active` does to it.
import { randomUUID } from 'node:crypto'

export const WAYS = ['sign-in', 'session', 'api-key']

export class Door {
  /** id of the user -> what they have */
  #people = new Map()
  #faults

  constructor(faults) {
    this.#faults = faults
  }

  /** Somebody is new here. They sign in once and make themselves an API key. */
  opened(id, active) {
    const session = active ? randomUUID() : undefined
    this.#people.set(id, { mayEnter: active, session, apiKey: randomUUID(), isBlocked: false })
  }

  /** `active` has changed. */
  changed(id, active) {
    const person = this.#people.get(id)
    if (!person) return
    if (!active) {
      person.mayEnter = this.#faults.has('sign-in-ignores-active')
      if (!this.#faults.has('session-survives')) person.session = undefined
    } else {
      person.mayEnter = !this.#faults.has('return-stays-out')
      if (this.#faults.has('return-lifts-block')) person.isBlocked = false
    }
  }

  closed(id) {
    this.#people.delete(id)
  }

  /** An administrator shuts somebody out, or lets them in again, whatever the identity provider says. */
  block(id, isBlocked) {
    const person = this.#people.get(id)
    if (person) Object.assign(person, { isBlocked, session: isBlocked ? undefined : person.session })
  }

  /** Whether somebody gets in by one of WAYS. Whoever may sign in, and has no session, opens one. */
  letsIn(id, active, way) {
    const person = this.#people.get(id)
    if (!person || person.isBlocked) return false
    if (way === 'api-key') return active || this.#faults.has('api-key-survives')
    if (way === 'session' && person.session !== undefined) return true
    if (person.mayEnter && way === 'session') person.session = randomUUID()
    return person.mayEnter
  }
}
