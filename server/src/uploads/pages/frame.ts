/** What every upload page has: who is signed in, and which return it is of. */
import { html } from 'hono/html'
import type { Context } from '../../context.ts'
import { backLink, page, type Html } from '../../pages/layout.ts'
import type { ReturnLine } from '../../returns/view.ts'

export type Frame = { demonstration: boolean; person: string }

export const frameOf = ({ environment }: Context, { name }: { name: string }): Frame => ({
  demonstration: environment.demonstration,
  person: name,
})

export const uploadsPath = (returnId?: string, uploadId?: string): string =>
  ['/uploads', returnId, uploadId].filter((part) => part !== undefined).join('/')

/** Which return a page is of, as people say it. */
export const returnWords = ({ programme, authority, period }: ReturnLine): string =>
  `${programme.name}, ${authority.name}, ${period.label}`

type UploadPage = {
  title: string
  /** What the page belongs to, above its heading. */
  caption?: string
  hasErrors?: boolean
  back: { href: string; words: string }
  /** What stands above the heading: an error summary. */
  above?: Html
  body: Html
}

export const uploadPage = (
  frame: Frame,
  { title, caption, hasErrors = false, back, above, body }: UploadPage,
): Html =>
  page({
    ...frame,
    title: hasErrors ? `Error: ${title}` : title,
    before: backLink(back.href, back.words),
    body: html`${above ?? ''}
      <h1 class="govuk-heading-l">
        ${caption === undefined ? '' : html`<span class="app-page__caption">${caption}</span>`}${title}
      </h1>
      ${body}`,
  })

export const link = (href: string, words: string): Html =>
  html`<a class="govuk-link" href="${href}">${words}</a>`
