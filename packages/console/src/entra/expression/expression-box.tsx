// The code box: a text that is completed from what the tenant knows, with the signature of the function that one is in.
import { makeStyles, mergeClasses, Textarea, tokens } from '@fluentui/react-components'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { FieldRow } from '../../parts/field-row.tsx'
import { useView } from '../../source/use-view.ts'
import { words } from '../words.ts'
import { completionAt, functionAt, type Offer, pressed, type Vocabulary, withOffer } from './completion.ts'
import { FunctionHint } from './function-hint.tsx'

const useStyles = makeStyles({
  code: { fontFamily: tokens.fontFamilyMonospace },
  list: {
    padding: '4px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  offer: { display: 'flex', flexWrap: 'wrap', gap: '8px', padding: '4px 8px', cursor: 'pointer', minHeight: '24px' },
  chosen: { backgroundColor: tokens.colorNeutralBackground1Selected },
  note: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
})

export interface ExpressionBoxProps {
  readonly app: string
  readonly objectType: 'User' | 'Group'
  readonly value: string
  readonly isRequired?: boolean
  readonly onChange: (value: string) => void
}

export function ExpressionBox({ app, objectType, value, isRequired = false, onChange }: ExpressionBoxProps) {
  const styles = useStyles()
  const list = useId()
  const vocabulary = useVocabulary(app, objectType)
  const { box, caret, offers, chosen, ...completing } = useCompletion(value, vocabulary, onChange)
  return (
    <>
      <FieldRow
        label={words.expression}
        isRequired={isRequired}
        hint={<FunctionHint told={functionAt(value, caret, vocabulary)} />}
      >
        <Textarea
          value={value}
          rows={5}
          resize="vertical"
          textarea={{
            ref: box,
            className: styles.code,
            spellCheck: false,
            'aria-autocomplete': 'list',
            'aria-controls': offers.length > 0 ? list : undefined,
            'aria-activedescendant': chosen >= 0 ? `${list}-${chosen}` : undefined,
            onKeyDown: completing.press,
            onBlur: completing.close,
            onSelect: (event) => completing.setCaret(event.currentTarget.selectionStart),
          }}
          onChange={(event, data) => {
            onChange(data.value)
            completing.openAt(event.target.selectionStart)
          }}
        />
      </FieldRow>
      {offers.length > 0 ? <Offers id={list} offers={offers} chosen={chosen} onTake={completing.take} /> : null}
    </>
  )
}

/** What is offered at the caret, and what keys and presses make of it. */
function useCompletion(value: string, vocabulary: Vocabulary, onChange: (value: string) => void) {
  const box = useRef<HTMLTextAreaElement>(null)
  const [caret, setCaret] = useState(0)
  const [isOpen, open] = useState(false)
  const [chosen, choose] = useState(-1)
  const completion = completionAt(value, caret, vocabulary)
  const offers = isOpen ? completion.offers : []
  const moveTo = (place: number, opens: boolean): void => {
    setCaret(place)
    open(opens)
    choose(-1)
  }
  const take = (offer: Offer): void => {
    const done = withOffer(value, completion, offer)
    onChange(done.text)
    moveTo(done.caret, false)
    // After the text has been put in.
    requestAnimationFrame(() => {
      box.current?.focus()
      box.current?.setSelectionRange(done.caret, done.caret)
      setCaret(done.caret)
    })
  }
  const press = (event: KeyboardEvent): void => {
    const next = pressed(event.key, chosen, offers.length)
    if (next === undefined) return
    event.preventDefault()
    event.stopPropagation()
    const offer = next === 'take' ? offers[chosen] : undefined
    if (offer) take(offer)
    else if (next === 'close') open(false)
    else if (typeof next === 'number') choose(next)
  }
  const openAt = (place: number): void => moveTo(place, true)
  const close = (): void => open(false)
  return { box, caret, setCaret, offers, chosen, take, press, openAt, close }
}

interface OffersProps {
  readonly id: string
  readonly offers: readonly Offer[]
  readonly chosen: number
  readonly onTake: (offer: Offer) => void
}

function Offers({ id, offers, chosen, onTake }: OffersProps) {
  const styles = useStyles()
  return (
    <div id={id} className={styles.list} role="listbox" aria-label="Completions">
      {offers.map((offer, index) => (
        <div
          key={offer.label}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          className={mergeClasses(styles.offer, index === chosen && styles.chosen)}
          onMouseDown={(event) => {
            // The text keeps the focus.
            event.preventDefault()
            onTake(offer)
          }}
        >
          <span className={styles.code}>{offer.label}</span>
          <span className={styles.note}>{offer.note}</span>
          {offer.describes === undefined ? null : <span className={styles.note}>{offer.describes}</span>}
        </div>
      ))}
    </div>
  )
}

function useVocabulary(app: string, objectType: 'User' | 'Group'): Vocabulary {
  const functions = useView('entra.functions', { limit: 1000 }).data?.items ?? []
  const attributes =
    useView('entra.source-attributes', { app, objectType, sort: 'name', limit: 1000 }).data?.items ?? []
  return { functions: functions.map(({ value }) => value), attributes: attributes.map(({ key }) => key) }
}
