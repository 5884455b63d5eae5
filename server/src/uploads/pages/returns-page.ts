/** The returns that a person may fill in now, each with its due day: where whoever has no script lands. */
import { html } from 'hono/html'
import { longDate } from '@inclusion/shared/time'
import type { Html } from '../../pages/layout.ts'
import type { ReturnLine } from '../../returns/view.ts'
import { returnWords, uploadPage, uploadsPath, type Frame } from './frame.ts'

export const returnsPage = (frame: Frame, returns: readonly ReturnLine[]): Html =>
  uploadPage(frame, {
    title: 'Fill in a return with a spreadsheet',
    back: { href: '/', words: 'Your work' },
    body: html`<p class="govuk-body">
        Download the template of a return, fill it in, and upload it here. You see what would change before
        anything is saved. These pages work without JavaScript.
      </p>
      ${
        returns.length === 0
          ? nothing
          : html`<ul class="govuk-task-list">
              ${returns.map(itemOf)}
            </ul>`
      }`,
  })

const nothing = html`<p class="govuk-body">There is no return that you can fill in now.</p>`

function itemOf(line: ReturnLine): Html {
  const { id, dueOn, daysLeft } = line
  const late =
    daysLeft !== null && daysLeft < 0 ? `, ${-daysLeft} ${daysLeft === -1 ? 'day' : 'days'} late` : ''
  return html`<li class="govuk-task-list__item govuk-task-list__item--with-link">
    <div class="govuk-task-list__name-and-hint">
      <a class="govuk-link govuk-task-list__link" href="${uploadsPath(id)}">${returnWords(line)}</a>
      <div class="govuk-task-list__hint">
        Due ${longDate(dueOn)}${late}. Download its template, or upload it.
      </div>
    </div>
  </li>`
}
