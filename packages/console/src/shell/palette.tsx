// Ctrl K: anybody and any page, by a few letters.
import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Input,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components'
import { SearchRegular } from '@fluentui/react-icons'
import { useRouter } from '@tanstack/react-router'
import { type KeyboardEvent, useState } from 'react'
import { useView } from '../source/use-view.ts'
import { type Destination, destinations } from './destinations.ts'

const useStyles = makeStyles({
  surface: { maxWidth: '560px', width: '100%', alignSelf: 'flex-start', marginTop: '10vh' },
  content: { display: 'flex', flexDirection: 'column', gap: '8px' },
  list: { listStyle: 'none', margin: 0, padding: 0, maxHeight: '50vh', overflowY: 'auto' },
  option: {
    display: 'flex',
    gap: '8px',
    padding: '8px',
    minHeight: '24px',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    alignItems: 'baseline',
  },
  chosen: { backgroundColor: tokens.colorNeutralBackground1Selected },
  name: { fontWeight: tokens.fontWeightSemibold },
  detail: {
    color: tokens.colorNeutralForeground3,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    flexGrow: 1,
  },
  place: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
})

export function Palette({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles()
  const router = useRouter()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const { data, error } = useView('world.find', { text, most: 12 })
  const found = destinations(text, data?.items.map(({ value }) => value) ?? [])
  const go = (destination: Destination | undefined): void => {
    if (!destination) return
    onClose()
    router.history.push(destination.path)
  }
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) setAt((at + step + found.length) % Math.max(1, found.length))
    else if (event.key === 'Enter') go(found[at])
    else return
    event.preventDefault()
  }
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>Find anybody or any page</DialogTitle>
          <DialogContent className={styles.content}>
            <Input
              autoFocus
              contentBefore={<SearchRegular />}
              aria-label="Find"
              role="combobox"
              aria-expanded
              aria-controls="palette"
              aria-activedescendant={found.length === 0 ? undefined : `palette-${at}`}
              placeholder="A name, an address, a page"
              value={text}
              onChange={(_event, { value }) => {
                setText(value)
                setAt(0)
              }}
              onKeyDown={press}
            />
            <Found destinations={found} at={at} onChoose={go} />
            <div role="status">
              {error ? error.message : found.length === 0 ? `Nobody and no page has ${text} in its name.` : ''}
            </div>
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

interface FoundProps {
  readonly destinations: readonly Destination[]
  /** The chosen one. */
  readonly at: number
  readonly onChoose: (destination: Destination) => void
}

function Found({ destinations: found, at, onChoose }: FoundProps) {
  const styles = useStyles()
  return (
    <div id="palette" role="listbox" aria-label="Found" className={styles.list}>
      {found.map((destination, index) => (
        <Option
          key={destination.path}
          id={`palette-${index}`}
          destination={destination}
          isChosen={index === at}
          onChoose={() => onChoose(destination)}
        />
      ))}
    </div>
  )
}

interface OptionProps {
  readonly id: string
  readonly destination: Destination
  readonly isChosen: boolean
  readonly onChoose: () => void
}

function Option({ id, destination: { name, detail, place }, isChosen, onChoose }: OptionProps) {
  const styles = useStyles()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the box above has the focus and the keys, as ARIA's combobox wants it.
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      className={mergeClasses(styles.option, isChosen && styles.chosen)}
      onClick={onChoose}
      ref={(option) => {
        if (isChosen) option?.scrollIntoView({ block: 'nearest' })
      }}
    >
      <span className={styles.name}>{name}</span>
      <span className={styles.detail}>{detail}</span>
      <span className={styles.place}>{place}</span>
    </div>
  )
}
