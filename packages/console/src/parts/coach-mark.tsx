import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { type ReactNode, useSyncExternalStore } from 'react'

let areOff = false
const listeners = new Set<() => void>()

/** No more of them until the page is loaded anew: a faithful demonstration has none. */
function switchOff(): void {
  areOff = true
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** A warning that the portal does not give. */
export function CoachMark({ children }: { readonly children: ReactNode }) {
  const isOff = useSyncExternalStore(subscribe, () => areOff)
  if (isOff) return null
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>Coach</MessageBarTitle>
        {children}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={switchOff}>No more coach marks</Button>
      </MessageBarActions>
    </MessageBar>
  )
}
