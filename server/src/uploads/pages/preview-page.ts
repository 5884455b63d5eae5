/** What a file would change, before anything is saved: every figure with what stands now, what the file says, and why not. */
import { html } from 'hono/html'
import type { UploadRow } from '@inclusion/db/tables/uploads'
import { isOutstanding } from '@inclusion/shared/standards/finding'
import { shortMoment } from '@inclusion/shared/time'
import { errorSummary, type Html, type SummaryLine } from '../../pages/layout.ts'
import { table } from '../../pages/table.ts'
import type { ReturnLine } from '../../returns/view.ts'
import type { Preview, PreviewLine } from '../preview.ts'
import type { UploadContent } from '../read-upload.ts'
import { conflictFields } from './conflict-fields.ts'
import { findingWords, isShown } from './finding-words.ts'
import { link, returnWords, uploadPage, uploadsPath, type Frame } from './frame.ts'

type Parts = {
  line: ReturnLine
  upload: UploadRow
  content: UploadContent
  preview: Preview
  /** Said above all else: that something moved since it was looked at. */
  notice?: string | undefined
}

export function previewPage(frame: Frame, parts: Parts): Html {
  const { line, upload, content, preview, notice } = parts
  const errors = summaryOf(preview, notice)
  return uploadPage(frame, {
    title: 'Check what your file would change',
    caption: returnWords(line),
    hasErrors: errors.length > 0,
    back: { href: uploadsPath(line.id), words: 'Choose another file' },
    ...(errors.length > 0 ? { above: errorSummary(errors) } : {}),
    body: html`<p class="govuk-body app-break">${countsOf(parts)}</p>
      <form method="post" action="${uploadsPath(line.id, upload.id)}">
        <input type="hidden" name="seen" value="${JSON.stringify(preview.seen)}" />
        ${conflictFields(preview.lines)}
        ${changesTable(preview.lines, content.ignored.length + content.moreIgnored)} ${buttons(preview)}
      </form>
      ${afterwards(parts)}`,
  })
}

/** Whose change is sure to be saved: nobody else has changed the figure. */
const isCertain = ({ conflict }: PreviewLine): boolean => conflict === null

const rowId = (locator: string): string => `figure-${locator}`

/** What is in the way of the return, on figures of this file: a line each, that leads to its line of the table. */
function summaryOf({ lines, refused }: Preview, notice: string | undefined): SummaryLine[] {
  const blocks = lines
    .filter(isCertain)
    .flatMap(({ locator, findings }) =>
      findings
        .filter((finding) => finding.severity === 'block' && isOutstanding(finding))
        .map(({ message }) => ({ field: rowId(locator), message })),
    )
  return [
    ...(notice === undefined ? [] : [{ field: 'changes', message: notice }]),
    ...refused.map(({ field, message }) => {
      const named = lines.find(({ locator }) => locator === field)
      const isListed = named !== undefined && isCertain(named)
      return { field: isListed ? rowId(field) : 'changes', message: `${named?.name ?? field}: ${message}` }
    }),
    ...blocks,
  ]
}

const figures = (count: number): string => `${count} ${count === 1 ? 'figure' : 'figures'}`
const cells = (count: number): string => `${count} ${count === 1 ? 'cell' : 'cells'}`

function countsOf(parts: Parts): Html {
  const { upload, content, preview } = parts
  const { matched, blank } = content
  const leftOut = content.ignored.length + content.moreIgnored
  const changed = preview.lines.filter(isCertain).length
  const asked = preview.lines.length - changed
  const choice = asked === 0 ? '' : html` ${asked} more ${asked === 1 ? 'is' : 'are'} yours to choose.`
  const what = changed === 0 ? 'nothing by itself' : figures(changed)
  const told = html` <a class="govuk-link" href="#left-out">${cells(leftOut)} would be left out</a>.`
  return html`“${upload.fileName}” would change <strong>${what}</strong>.${choice} ${cells(matched)} of this
    return were found in it; ${blank} of them are blank, and change nothing.${leftOut > 0 ? told : ''}
    ${absentWords(parts)} ${content.moved ? movedWords : ''} <strong>Nothing is saved yet.</strong>`
}

/** A CSV may hold some lines alone; a workbook has them all, unless it is older, or something was taken out. */
const absentWords = ({ upload: { format }, content: { absent } }: Parts): string =>
  format === 'csv' || absent === 0
    ? ''
    : `${cells(absent)} ${absent === 1 ? 'was' : 'were'} not found in it, and ${absent === 1 ? 'stays' : 'stay'} as ${absent === 1 ? 'it is' : 'they are'}: the template is an older one, or a line, a heading or a sheet was taken out.`

const movedWords =
  'Rows or cells of it were moved. Each figure is taken for the line whose key it stands beside now: look at each.'

const unchangedWords = (leftOut: number): string =>
  leftOut === 0
    ? 'What the file says stands in the return already.'
    : 'Nothing would change. What would be left out, and why, stands below.'

const changesTable = (lines: readonly PreviewLine[], leftOut: number): Html =>
  !lines.some(isCertain)
    ? html`<p class="govuk-body" id="changes">
        ${lines.length > 0 ? 'Nothing else would change.' : unchangedWords(leftOut)}
      </p>`
    : table({
        id: 'changes',
        caption: 'What would change',
        headings: ['Figure', 'Now', 'In your file'],
        rows: lines.filter(isCertain).map(rowOf),
      })

function rowOf({ locator, name, at, now, inFile, findings }: PreviewLine) {
  const shown = findings.filter(isShown)
  return {
    id: rowId(locator),
    cells: [
      html`${name}
        <div class="govuk-hint govuk-!-font-weight-regular govuk-!-margin-bottom-0">${at.join(', ')}</div>`,
      now,
      inFile,
    ],
    ...(shown.length > 0 ? { below: html`${shown.map(findingWords)}` } : {}),
  }
}

function buttons({ lines, refused }: Preview): Html {
  const certain = lines.filter(isCertain).length
  const asked = lines.length - certain
  const words = certain === 0 ? 'Save what you choose above' : `Save ${figures(certain)}`
  const more = certain > 0 && asked > 0 ? ', and what you choose above' : ''
  const maySave = lines.length > 0 && refused.length === 0
  return html`<div class="govuk-button-group">
    ${maySave ? html`<button type="submit" class="govuk-button" name="act" value="save">${words}${more}</button>` : ''}
    <button type="submit" class="govuk-button govuk-button--secondary" name="act" value="discard">
      Discard this file
    </button>
  </div>`
}

function afterwards({ line, upload, content, preview }: Parts): Html {
  const { ignored, moreIgnored, migrated } = content
  const isFaulty = preview.findings.some(isOutstanding) || ignored.length > 0
  return html`${preview.elsewhere > 0 ? elsewhereWords(line.id, preview.elsewhere) : ''}
    ${isFaulty ? whatToFix(line.id, upload.id) : ''}
    ${
      migrated.length === 0
        ? ''
        : html`<h2 class="govuk-heading-m">Taken from an older template</h2>
            <ul class="govuk-list govuk-list--bullet">
              ${migrated.map((words) => html`<li>${words}</li>`)}
            </ul>`
    }
    ${
      ignored.length === 0
        ? ''
        : table({
            id: 'left-out',
            caption: 'What would be left out',
            headings: ['Cell', 'It says', 'Why'],
            rows: ignored.map(({ at, text, why }) => ({ cells: [at, text, why] })),
          })
    }
    ${moreIgnored > 0 ? html`<p class="govuk-body">And ${cells(moreIgnored)} more.</p>` : ''}
    <p class="govuk-hint">
      Read ${shortMoment(upload.createdAt)}. What is not saved is forgotten after seven days.
    </p>`
}

const elsewhereWords = (id: string, count: number): Html =>
  html`<p class="govuk-body">
    ${count === 1 ? 'One more thing is' : `${count} more things are`} to fix or explain on figures that this
    file does not change. ${link(`/returns/${id}/check`, 'Check your answers')} lists them.
  </p>`

const whatToFix = (id: string, uploadId: string): Html =>
  html`<p class="govuk-body">
    ${link(`${uploadsPath(id, uploadId)}/what-to-fix`, 'Download your file with what to fix')} (XLSX): a
    comment in each cell, and a list. It is a new copy of the template with your figures in it.
  </p>`
