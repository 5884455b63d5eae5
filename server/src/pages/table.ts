/** A table of data on a page that the server writes: it scrolls in its own box when it is wider than the screen. */
import { html } from 'hono/html'
import type { Html } from './layout.ts'

/** `cells`: the first names its row. `id`: where a line of the error summary leads. `below`: said under all its cells. */
export type TableRow = { id?: string; cells: readonly (string | Html)[]; below?: Html }

type TableParts = { id: string; caption: string; headings: readonly string[]; rows: readonly TableRow[] }

export const table = ({ id, caption, headings, rows }: TableParts): Html =>
  html`<div class="app-table app-table--written" role="region" aria-labelledby="${id}" tabindex="0">
    <table class="govuk-table">
      <caption class="govuk-table__caption govuk-table__caption--m" id="${id}">
        ${caption}
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          ${headings.map((heading) => html`<th scope="col" class="govuk-table__header">${heading}</th>`)}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        ${rows.map(tableRow)}
      </tbody>
    </table>
  </div>`

const tableRow = ({ id, cells: [first, ...others], below }: TableRow): Html =>
  html`<tr class="govuk-table__row${below ? ' app-row--continued' : ''}">
      <th scope="row" class="govuk-table__header" ${id === undefined ? '' : html`id="${id}" tabindex="-1"`}>
        ${first}
      </th>
      ${others.map((cell) => html`<td class="govuk-table__cell">${cell}</td>`)}
    </tr>
    ${
      below
        ? html`<tr class="govuk-table__row">
            <td class="govuk-table__cell" colspan="${others.length + 1}">${below}</td>
          </tr>`
        : ''
    }`
