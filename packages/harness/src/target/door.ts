/** Lets a number of requests be under way at once; the others wait in the order in which they came. */
export interface Door {
  through<Result>(work: () => Promise<Result>): Promise<Result>
}

/**
 * A request that waits for a free connection has not been sent: without a door the waiting would count towards the time limit of the
 * answer, and a slow endpoint would be blamed for our own crowd.
 * @param most asked each time, because it follows from what is learnt of the target
 */
export function createDoor(most: () => number): Door {
  const waiting: (() => void)[] = []
  let within = 0

  return {
    async through(work) {
      if (within >= most()) await new Promise<void>((resolve) => waiting.push(resolve))
      else within += 1
      try {
        return await work()
      } finally {
        // The next caller takes the place over.
        const next = waiting.shift()
        if (next) next()
        else within -= 1
      }
    },
  }
}
