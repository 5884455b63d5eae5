import type { ReturnView } from '@inclusion/server/returns/view'
import { levelWords, together } from '@inclusion/shared/figure-words'
import type { Locator } from '@inclusion/shared/locators'
import type { Ranked } from '@inclusion/shared/movements/ordinary'
import type { SinceLast } from '@inclusion/shared/movements/since-last'
import { Details } from '../../ui/details.tsx'
import { Link } from '../../ui/link.tsx'
import { MovementLine } from './movement-line.tsx'
import { isStill, sortMoved } from './sort-moved.ts'

export type MovedProps = {
  view: ReturnView
  since: SinceLast
  /** Where a figure is found: its field, or its card. */
  address: (locator: Locator) => string
  /** The figures that changed much, as the review queue counts them: for those who review. */
  large?: ReadonlySet<Locator>
  /** Whether a rate's change is parted into its effects, for those who review it. */
  withEffects?: true
}

/** What moved between two filings: what stands out first, the rest folded, and last what is the same. */
export function Moved(props: MovedProps) {
  const { view, since } = props
  const { notable, ordinary, categories, notYet } = sortMoved(view, since)
  return (
    <>
      {notable.length === 0 && <p className="govuk-body">{nothingWords(since)}</p>}
      <Notable {...props} ranked={notable} />
      {notYet > 0 && (
        <p className="govuk-body">
          {notYet === 1 ? 'One figure' : `${notYet} figures`} of {since.before.when.replace(/^in /, '')}{' '}
          {notYet === 1 ? 'is' : 'are'} not given yet.
        </p>
      )}
      {ordinary.length > 0 && (
        <Details summary={`Changed by no more than is usual, or of few people: ${ordinary.length}`}>
          <Lines {...props} ranked={ordinary} />
        </Details>
      )}
      {categories.length > 0 && (
        <Details summary={`In breakdowns: ${categories.length} changed`}>
          <Lines {...props} ranked={categories} />
        </Details>
      )}
      <Unchanged {...props} />
    </>
  )
}

/** All that stands out; for those who review, what changed much under its own heading, and the rest folded. */
function Notable({ large, ranked, ...props }: MovedProps & { ranked: readonly Ranked[] }) {
  const much = ranked.filter(({ movement }) => large?.has(movement.locator))
  const rest = ranked.filter(({ movement }) => !large?.has(movement.locator))
  if (much.length === 0) return <Lines {...props} ranked={ranked} />
  return (
    <>
      <h3 className="govuk-heading-s">Changed much: {much.length}</h3>
      <Lines {...props} ranked={much} />
      {rest.length > 0 && (
        <Details summary={`Changed by more than is usual: ${rest.length}`}>
          <Lines {...props} ranked={rest} />
        </Details>
      )}
    </>
  )
}

const nothingWords = ({ before, after }: SinceLast): string =>
  before.periodId === after.periodId
    ? 'No figure was changed.'
    : 'No figure that is given has changed by more than is usual for it.'

function Lines({ ranked, ...props }: MovedProps & { ranked: readonly Ranked[] }) {
  if (ranked.length === 0) return null
  return (
    <ul className="app-changed__list">
      {ranked.map((each) => (
        <MovementLine key={each.movement.locator} {...props} ranked={each} />
      ))}
    </ul>
  )
}

/** The figures that are exactly what they were: good to know that they were looked at. */
function Unchanged({ view, since: { ranked }, address }: MovedProps) {
  const moving = ranked.filter((each) => !isStill(view.checkInput, each))
  const moved = new Set(moving.map(({ movement }) => movement.locator))
  const same = view.checkInput.asked.flatMap((definition) => {
    if (moved.has(definition.indicator)) return []
    const level = levelWords(definition, together(definition, view.checkInput.figures))
    return level === null ? [] : [{ ...definition, level }]
  })
  if (same.length === 0) return null
  return (
    <Details summary={`The same as before: ${same.length} ${same.length === 1 ? 'figure' : 'figures'}`}>
      <ul className="govuk-list govuk-list--bullet">
        {same.map(({ indicator, label, level }) => (
          <li key={indicator}>
            <Link href={address(indicator)}>{label}</Link>: {level}
          </li>
        ))}
      </ul>
    </Details>
  )
}
