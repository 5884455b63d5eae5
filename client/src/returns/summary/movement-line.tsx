import type { ReturnView } from '@inclusion/server/returns/view'
import { causeNames, type CauseKind } from '@inclusion/shared/movements/causes'
import { timesWords, type Ranked } from '@inclusion/shared/movements/ordinary'
import { splitWords } from '@inclusion/shared/movements/split-words'
import { movementWords } from '@inclusion/shared/movements/words'
import { isOutstanding, type Finding } from '@inclusion/shared/standards/finding'
import { prepareInput } from '@inclusion/shared/standards/prepared-input'
import { placeName } from '@inclusion/shared/standards/words'
import { provenancePaths } from '../../routing/provenance-paths.ts'
import { Link } from '../../ui/link.tsx'
import { SeverityTag } from '../../ui/severity-tag.tsx'
import { Tag, type TagColour } from '../../ui/tag.tsx'
import type { MovedProps } from './moved.tsx'

const colours: Record<CauseKind, TagColour> = {
  new: 'green',
  removed: 'grey',
  definition: 'orange',
  coverage: 'yellow',
  composition: 'yellow',
  revised: 'purple',
  backdated: 'orange',
  denominator: 'teal',
  words: 'grey',
  note: 'grey',
  real: 'blue',
}

/** So much more than is ordinary is worth a word. */
const remarkable = 2

type MovementLineProps = MovedProps & { ranked: Ranked }

/** One change in a sentence or two, with its cause as a tag, and a way to its field. */
export function MovementLine({ view, since, address, withEffects, ranked }: MovementLineProps) {
  const { before, after } = since
  const { movement, times } = ranked
  const { indicator, locator, causes } = movement
  const definition = view.checkInput.asked.find((each) => each.indicator === indicator)
  if (!definition) return null
  const { moved, reasons } = movementWords({ definition, movement, before, after })
  const findings = findingsOf(view, ranked)
  const effects = withEffects ? splitWords(definition, movement) : null
  const open = findings.find(isOutstanding)
  // That the figures themselves moved goes without saying: a tag is for any other cause.
  const tags = causes.filter(({ kind }) => kind !== 'real')
  return (
    <li className="app-changed__line">
      {open && <SeverityTag severity={open.severity} />}
      {tags.map(({ kind }) => (
        <Tag key={kind} colour={colours[kind]}>
          {causeNames[kind]}
        </Tag>
      ))}
      <p className="app-changed__words">
        <Link href={address(locator)}>{placeName(prepareInput(view.checkInput), locator)}</Link> {moved}{' '}
        {reasons.join(' ')}
        {times !== null && times >= remarkable && ` That is ${timesWords(times)}.`}{' '}
        <Link href={provenancePaths.figure(view.id, locator)} about={definition.label}>
          Where it comes from
        </Link>
      </p>
      {effects && <p className="app-reason">{effects}</p>}
      {findings.map(
        ({ check, locator: at, explanation }) =>
          explanation && (
            <p key={`${check} ${at}`} className="app-reason">
              Explained: {explanation.text}
            </p>
          ),
      )}
    </li>
  )
}

/** What the checks say of the figure, or of the settings' figures it is made of. */
function findingsOf({ findings }: ReturnView, { movement }: Ranked): Finding[] {
  const own = new Set([movement.locator, ...movement.differences.map(({ locator }) => locator)])
  return findings.filter(({ locator }) => locator !== null && own.has(locator))
}
