/** The frame of the pages that the server itself writes: they work without script. */
import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

export type Page = {
  title: string
  demonstration: boolean
  /** Who is signed in, with a way to sign out; nobody where it is left out. */
  person?: string
  /** What stands above the page's main part: a way back. */
  before?: Html
  body: Html
}

/** `title` without the service's name; begin it with "Error: " when something must be mended. */
export const page = ({ title, demonstration, person, before, body }: Page): Html =>
  html`<!doctype html>
    <html lang="en-GB" class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>${title} - Inclusion Returns</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#12436D" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/service.css" />
      </head>
      <body class="govuk-template__body">
        <a href="#main" class="govuk-skip-link">Skip to main content</a>
        <header class="app-header">
          <div class="app-header__container govuk-width-container">
            <a class="app-header__service" href="/">Inclusion Returns</a>
            ${person === undefined ? '' : signedInAs(person)}
          </div>
        </header>
        ${demonstration ? demonstrationNotice : ''}
        <div class="govuk-width-container">
          ${before ?? ''}
          <main class="govuk-main-wrapper" id="main">${body}</main>
        </div>
        <footer class="app-footer">
          <div class="govuk-width-container">
            <p>
              London Violence Reduction Unit.
              <a class="govuk-link" href="/accessibility">Accessibility statement</a>
            </p>
          </div>
        </footer>
      </body>
    </html>`

const signedInAs = (person: string): Html =>
  html`<div class="app-header__person">
    <span><strong>${person}</strong></span>
    <form method="post" action="/sign-out">
      <button class="app-header__sign-out" type="submit">Sign out</button>
    </form>
  </div>`

export const backLink = (href: string, words: string): Html =>
  html`<nav aria-label="Back"><a class="govuk-back-link" href="${href}">${words}</a></nav>`

const demonstrationNotice = html`<section class="app-notice" aria-label="Demonstration">
  <div class="govuk-width-container">
    <p>
      <strong>Demonstration.</strong> Borough names and decisions are real; people and figures are invented.
      <a class="govuk-link" href="/demo/mail">Mail that was sent</a>
    </p>
  </div>
</section>`

export type SummaryLine = { field: string; message: string }

/** The error summary: each line is a link to the field, or the line of a table, that it is about. */
export const errorSummary = (lines: readonly SummaryLine[]): Html =>
  html`<div class="govuk-error-summary" data-module="govuk-error-summary">
    <div role="alert">
      <h2 class="govuk-error-summary__title">There is a problem</h2>
      <div class="govuk-error-summary__body">
        <ul class="govuk-list govuk-error-summary__list">
          ${lines.map(({ field, message }) => html`<li><a href="#${field}">${message}</a></li>`)}
        </ul>
      </div>
    </div>
  </div>`
