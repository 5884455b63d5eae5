/** What was saved of a file, and where to go on. */
import { html } from 'hono/html'
import type { UploadRow } from '@inclusion/db/tables/uploads'
import { shortMoment } from '@inclusion/shared/time'
import type { Html } from '../../pages/layout.ts'
import type { ReturnLine } from '../../returns/view.ts'
import type { FigurePlace } from '../store.ts'
import { link, returnWords, uploadPage, uploadsPath, type Frame } from './frame.ts'

type Parts = { line: ReturnLine; upload: UploadRow; standing: number }

/** `standing`: findings that are in the way of the return now. */
export function savedPage(frame: Frame, { line, upload, standing }: Parts): Html {
  const places = JSON.parse(upload.places ?? '[]') as FigurePlace[]
  const count = new Set(places.map(([locator]) => locator)).size
  const figures = `${count} ${count === 1 ? 'figure' : 'figures'}`
  return uploadPage(frame, {
    title: `${figures} saved`,
    caption: returnWords(line),
    back: { href: uploadsPath(line.id), words: 'The template of this return' },
    body: html`<p class="govuk-body app-break">
        Saved ${shortMoment(upload.confirmedAt!)} from “${upload.fileName}”, all at once. The file itself was
        not kept.
      </p>
      <p class="govuk-body">${standingWords(standing)}</p>
      <ul class="govuk-list">
        <li>${link(`/returns/${line.id}/check`, 'Check your answers')}</li>
        <li>${link(`/returns/${line.id}`, 'Go to the return')}</li>
        <li>
          ${link(uploadsPath(line.id), 'Download the template as it stands now, or upload another file')}
        </li>
      </ul>`,
  })
}

function standingWords(count: number): string {
  if (count === 0) return 'Nothing stands in the way of this return.'
  const findings = count === 1 ? 'One finding has' : `${count} findings have`
  return `${findings} to be put right or explained before this return can be signed.`
}
