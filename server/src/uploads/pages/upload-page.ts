/** The template of one return: download it, and upload it filled in. */
import { html } from 'hono/html'
import { shortMoment } from '@inclusion/shared/time'
import { errorSummary, type Html } from '../../pages/layout.ts'
import type { ReturnLine } from '../../returns/view.ts'
import type { latestUpload } from '../store.ts'
import { link, returnWords, uploadPage, uploadsPath, type Frame } from './frame.ts'

type Latest = Awaited<ReturnType<typeof latestUpload>>

type Parts = {
  line: ReturnLine
  /** Why nothing can be uploaded now; null where it can. */
  closed: string | null
  latest: Latest
  /** What was wrong with the file that was just sent: each line with the place it is about, where there is one. */
  errors?: readonly string[]
}

export const sendPage = (frame: Frame, { line, closed, latest, errors = [] }: Parts): Html =>
  uploadPage(frame, {
    title: 'Fill it in with a spreadsheet',
    caption: returnWords(line),
    hasErrors: errors.length > 0,
    back: { href: uploadsPath(), words: 'Your returns' },
    ...(errors.length > 0
      ? { above: errorSummary(errors.map((message) => ({ field: 'file', message }))) }
      : {}),
    body: html`<h2 class="govuk-heading-m">1. Download the template</h2>
      ${downloads(line.id)}
      <h2 class="govuk-heading-m">2. Upload it when it is filled in</h2>
      ${closed === null ? form(line.id, errors) : html`<p class="govuk-inset-text">${closed}</p>`}
      ${latest ? whatHappened(line.id, latest) : ''}
      <p class="govuk-body">${link(`/returns/${line.id}`, 'Go to the return')}</p>`,
  })

const templatePath = (id: string, format: string) => `/api/returns/${id}/template?format=${format}`

const downloads = (id: string): Html =>
  html`<p class="govuk-body">
      It holds what stands in the return now. Fill in what you have: a blank cell changes nothing.
    </p>
    <ul class="govuk-list govuk-list--bullet">
      <li>
        ${link(templatePath(id, 'xlsx'), 'Excel workbook (XLSX)')}: checks what you type while you type it.
        Also opens in LibreOffice and Google Sheets.
      </li>
      <li>
        ${link(templatePath(id, 'ods'), 'OpenDocument spreadsheet (ODS)')}: the same figures. It checks
        nothing while you type; you see what is wrong when you upload it.
      </li>
      <li>
        ${link(templatePath(id, 'csv'), 'Plain table (CSV)')}: one line a figure, for other software. It
        checks nothing either.
      </li>
    </ul>`

function form(id: string, errors: readonly string[]): Html {
  const hasErrors = errors.length > 0
  return html`<form method="post" action="${uploadsPath(id)}" enctype="multipart/form-data" novalidate>
    <div class="govuk-form-group${hasErrors ? ' govuk-form-group--error' : ''}">
      <label class="govuk-label" for="file">The template, filled in</label>
      <div id="file-hint" class="govuk-hint">
        XLSX, ODS or CSV, at most 5 MB. You see what it would change before anything is saved. We read its
        cells and never keep the file. Take out anything that says who a young person is.
      </div>
      ${hasErrors ? html`<div id="file-error">${errors.map(errorLine)}</div>` : ''}
      <input
        class="govuk-file-upload${hasErrors ? ' govuk-file-upload--error' : ''}"
        id="file"
        name="file"
        type="file"
        accept=".xlsx,.ods,.csv"
        aria-describedby="file-hint${hasErrors ? ' file-error' : ''}"
      />
    </div>
    <button type="submit" class="govuk-button">Show what it would change</button>
  </form>`
}

const errorLine = (message: string): Html =>
  html`<p class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> ${message}</p>`

/** The last file this person sent: waiting for a yes, or saved. */
function whatHappened(id: string, latest: NonNullable<Latest>): Html {
  const { fileName, createdAt, confirmedAt } = latest
  const words =
    confirmedAt === null
      ? html`“${fileName}”, which you sent ${shortMoment(createdAt)}, is not saved yet.
        ${link(uploadsPath(id, latest.id), 'See what it would change')}`
      : html`“${fileName}” was saved ${shortMoment(confirmedAt)}.
        ${link(uploadsPath(id, latest.id), 'See what was saved')}`
  return html`<h2 class="govuk-heading-m">The last file you sent</h2>
    <p class="govuk-body app-break">${words}</p>`
}
