/** A page that cannot be shown, or a form that was not taken: why, in the words of the catalogue. */
import { html } from 'hono/html'
import { page, type Html } from './layout.ts'

type Sorry = { demonstration: boolean; message: string; reference: string | null }

export const sorryPage = ({ demonstration, message, reference }: Sorry): Html =>
  page({
    title: 'This page cannot be shown',
    demonstration,
    body: html`<h1 class="govuk-heading-l">This page cannot be shown</h1>
      <p class="govuk-body">${message}</p>
      ${reference === null ? '' : html`<p class="govuk-body">Reference: ${reference}</p>`}
      <p class="govuk-body"><a class="govuk-link" href="/uploads">Fill in a return with a spreadsheet</a></p>
      <p class="govuk-body"><a class="govuk-link" href="/">Your work</a></p>`,
  })
