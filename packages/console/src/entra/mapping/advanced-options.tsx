import { Link as TextLink } from '@fluentui/react-components'
import { createLink } from '@tanstack/react-router'
import { CheckRow } from '../../parts/field-row.tsx'
import { useViewState } from '../../parts/view-state.ts'
import { paths } from '../../paths.ts'
import { words } from '../words.ts'
import type { WhichMapping } from './use-draft-answers.ts'

const Link = createLink(TextLink)

/** What stands beneath the rows once it is asked for (MS4). */
export function AdvancedOptions({ app, objectType }: WhichMapping) {
  const { state, set } = useViewState()
  const isShown = state.advanced === 'yes'
  return (
    <>
      <div>
        <CheckRow
          label={words.advancedOptions}
          isOn={isShown}
          onChange={(isOn) => set({ advanced: isOn ? 'yes' : undefined }, { replace: true })}
        />
      </div>
      {isShown ? (
        <>
          <Link to={paths.entraAttributes(app, objectType)}>{words.editAttributeList}</Link>
          <Link to={paths.entraExpression(app)}>{words.expressionBuilder}</Link>
          <Link to={paths.entraSchema(app)}>{words.reviewSchema}</Link>
        </>
      ) : null}
    </>
  )
}
