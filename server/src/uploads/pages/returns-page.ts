/** The returns that a person may fill in now, each with its due day: where whoever has no script lands. */
import { html } from 'hono/html'
import { longDate } from '@inclusion/shared/time'
import type { Html } from '../../pages/layout.ts'
import { table } from '../../pages/table.ts'
import type { ReturnLine } from '../../returns/view.ts'
import { link, uploadPage, uploadsPath, type Frame } from './frame.ts'

export const returnsPage = (frame: Frame, returns: readonly ReturnLine[]): Html =>
  uploadPage(frame, {
    title: 'Fill in a return with a spreadsheet',
    back: { href: '/', words: 'Your work' },
    body: html`<p class="govuk-body">
        Download the template of a return, fill it in, and upload it here. You see what would change before
        anything is saved. These pages work without JavaScript.
      </p>
      ${returns.length === 0 ? nothing : table({ id: 'returns', caption: 'Open to you now', headings, rows: returns.map(rowOf) })}`,
  })

const headings = ['Return', 'Due', 'Template']

const nothing = html`<p class="govuk-body">There is no return that you can fill in now.</p>`

function rowOf(line: ReturnLine) {
  const { id, programme, authority, period, dueOn, daysLeft } = line
  const left = daysLeft === null ? '' : daysLeft < 0 ? ` (${-daysLeft} days late)` : ''
  return {
    cells: [
      `${programme.name}, ${authority.name}, ${period.label}`,
      `${longDate(dueOn)}${left}`,
      link(uploadsPath(id), 'Download or upload'),
    ],
  }
}
