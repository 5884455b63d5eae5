import type { ReactNode } from 'react'
import { showNumber, type EntryPart } from '@inclusion/shared/figures'
import type { Measure } from '@inclusion/shared/framework/indicators'
import type { Locator } from '@inclusion/shared/locators'
import { isOutstanding, type Finding } from '@inclusion/shared/standards/finding'
import { figureAt, shownEntry, typing } from '../entry/edits.ts'
import type { Entry } from '../entry/use-entry.ts'
import { fieldId, findingsId } from '../field-ids.ts'
import { useGrid } from './grid-context.ts'

type NumberFieldProps = {
  locator: Locator
  part: EntryPart
  /** The words beside the field, and what completes them for those who hear it out of its place. */
  label: string
  about: string
  /** Hidden from sight where the row and the column already say it. */
  quiet?: boolean
  number: number | null
  measure: Measure | 'attendance'
}

/** One number of a figure: kept as it was typed, marked when a check says that it must be put right. */
export function NumberField({ label, about, quiet = false, ...field }: NumberFieldProps) {
  const { entry, isOpen } = useGrid()
  const { locator, part, number, measure } = field
  const shown = shownEntry({ input: entry.input, edits: entry.state.edits, locator, part }, number, measure)
  const isMoney = measure === 'money' && part === 'value'
  const labelClass = `app-grid__label${quiet ? ' app-grid__label--quiet' : ''}`
  const words = (
    <>
      {label}
      <span className="govuk-visually-hidden">{`, ${about}`}</span>
    </>
  )
  if (!isOpen(locator))
    return (
      <div className="app-grid__field">
        <span className={labelClass}>{words}</span>
        <span className="app-number">{number === null ? shown || '–' : showNumber(number, measure)}</span>
      </div>
    )
  return (
    <div className="app-grid__field">
      <label className={labelClass} htmlFor={fieldId(locator, part)}>
        {words}
      </label>
      <Prefixed prefix={isMoney ? '£' : null}>
        <NumberInput {...field} shown={shown} />
      </Prefixed>
    </div>
  )
}

type NumberInputProps = Pick<NumberFieldProps, 'locator' | 'part' | 'number' | 'measure'> & { shown: string }

function NumberInput({ locator, part, number, measure, shown }: NumberInputProps) {
  const { entry } = useGrid()
  const about = entry.findings.filter((finding) => concerns(finding, locator, part))
  const wrong =
    number !== null && about.some((finding) => finding.severity === 'block' && isOutstanding(finding))
  const bad = wrong || isUnreadable(entry, locator, part)
  const described = [...new Set(about.map((finding) => findingsId(finding.locator ?? '')))]
  return (
    <input
      id={fieldId(locator, part)}
      className={`govuk-input app-grid__input${bad ? ' govuk-input--error' : ''}`}
      type="text"
      inputMode={measure === 'count' || measure === 'attendance' ? 'numeric' : 'decimal'}
      autoComplete="off"
      spellCheck={false}
      value={shown}
      aria-invalid={bad || undefined}
      aria-describedby={described.length > 0 ? described.join(' ') : undefined}
      onChange={(event) =>
        entry.change(
          locator,
          typing({ entries: { [part]: event.target.value } }, figureAt(entry.input, locator).missing),
        )
      }
      onBlur={() => entry.saver.flush()}
    />
  )
}

const isUnreadable = ({ input }: Entry, locator: Locator, part: EntryPart): boolean =>
  input.drafts.some((draft) => draft.locator === locator && draft.part === part)

/** A finding is about the field it stands at, and about every number it saw. */
function concerns(finding: Finding, locator: Locator, part: EntryPart): boolean {
  if (finding.locator === locator && finding.part === part) return true
  return finding.inputs.some((input) => input.locator === locator && input.part === part)
}

function Prefixed({ prefix, children }: { prefix: string | null; children: ReactNode }) {
  if (prefix === null) return children
  return (
    <div className="govuk-input__wrapper">
      <div className="govuk-input__prefix" aria-hidden="true">
        {prefix}
      </div>
      {children}
    </div>
  )
}
