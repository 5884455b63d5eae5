/** Figures that somebody, perhaps the person, changed since the file was made: theirs stands, unless the person chooses the file's. */
import { html } from 'hono/html'
import { shortMoment } from '@inclusion/shared/time'
import type { Html } from '../../pages/layout.ts'
import type { PreviewLine } from '../preview.ts'
import { findingWords, isShown } from './finding-words.ts'

/** The name of a figure's choice in the form. */
export const choiceName = (locator: string): string => `keep.${locator}`

export function conflictFields(lines: readonly PreviewLine[]): Html {
  const asked = lines.filter(({ conflict }) => conflict !== null)
  if (asked.length === 0) return html``
  return html`<h2 class="govuk-heading-m">Changed since you downloaded this template</h2>
    ${asked.map(choiceOf)}`
}

function choiceOf({ locator, name, now, inFile, conflict, findings, at: cells }: PreviewLine): Html {
  const { by = '', at = '' } = conflict ?? {}
  const who = by === '' ? 'Somebody' : by
  const shown = findings.filter(isShown)
  return html`<div class="govuk-form-group">
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${name}</legend>
      <div class="govuk-radios govuk-radios--small">
        ${radio({ locator, value: 'theirs', checked: true, words: `Keep ${now}: ${who}${at === '' ? '' : `, ${shortMoment(at)}`}` })}
        ${radio({ locator, value: 'file', checked: false, words: `Use ${inFile}: your file, ${cells.join(', ')}` })}
      </div>
      ${shown.length === 0 ? '' : html`<p class="govuk-body govuk-!-margin-bottom-2">With your file’s:</p>`}
      ${shown.map(findingWords)}
    </fieldset>
  </div>`
}

type Radio = { locator: string; value: 'theirs' | 'file'; checked: boolean; words: string }

function radio({ locator, value, checked, words }: Radio): Html {
  const id = `${choiceName(locator)}.${value}`
  return html`<div class="govuk-radios__item">
    <input
      class="govuk-radios__input"
      id="${id}"
      name="${choiceName(locator)}"
      type="radio"
      value="${value}"
      ${checked ? html`checked` : ''}
    />
    <label class="govuk-label govuk-radios__label" for="${id}">${words}</label>
  </div>`
}
