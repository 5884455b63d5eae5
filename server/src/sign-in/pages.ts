/** The pages of signing in. */
import { html } from 'hono/html'
import { shortMoment } from '@inclusion/shared/time'
import type { Message } from '../mail/mailer.ts'
import type { DemonstrationPerson } from './demonstration.ts'
import { errorSummary, page, type Html } from '../pages/layout.ts'

type SignInPage = {
  email: string
  next: string
  error: string | null
  /** Null outside the demonstration. */
  people: DemonstrationPerson[] | null
}

export const signInPage = ({ email, next, error, people }: SignInPage): Html =>
  page({
    title: error ? 'Error: Sign in' : 'Sign in',
    demonstration: people !== null,
    body: html`${error ? errorSummary([{ field: 'email', message: error }]) : ''}
      <h1 class="govuk-heading-l">Sign in</h1>
      <form method="post" action="/sign-in" novalidate>
        ${nextField(next)} ${emailField(email, error)}
        <button type="submit" class="govuk-button" data-module="govuk-button">Send me a code</button>
      </form>
      ${people ? peopleList(people, next) : ''}`,
  })

const nextField = (next: string): Html => html`<input type="hidden" name="next" value="${next}" />`

const fieldError = (field: string, error: string | null): Html =>
  error
    ? html`<p id="${field}-error" class="govuk-error-message">
        <span class="govuk-visually-hidden">Error:</span> ${error}
      </p>`
    : html``

const groupClass = (error: string | null) => `govuk-form-group${error ? ' govuk-form-group--error' : ''}`
const inputClass = (error: string | null) => `govuk-input${error ? ' govuk-input--error' : ''}`
const described = (field: string, error: string | null) => `${field}-hint${error ? ` ${field}-error` : ''}`

const emailField = (email: string, error: string | null): Html =>
  html`<div class="${groupClass(error)}">
    <label class="govuk-label" for="email">Email address</label>
    <div id="email-hint" class="govuk-hint">
      We send a code of six digits to this address. There is no password. People are invited by name.
    </div>
    ${fieldError('email', error)}
    <input
      class="${inputClass(error)} govuk-!-width-two-thirds"
      id="email"
      name="email"
      type="email"
      spellcheck="false"
      autocomplete="email"
      aria-describedby="${described('email', error)}"
      ${error ? html`aria-invalid="true"` : ''}
      value="${email}"
    />
  </div>`

type CodePage = { email: string; next: string; error: string | null; demonstration: boolean }

export const codePage = ({ email, next, error, demonstration }: CodePage): Html =>
  page({
    title: error ? 'Error: Enter your code' : 'Enter your code',
    demonstration,
    body: html`${error ? errorSummary([{ field: 'code', message: error }]) : ''}
      <h1 class="govuk-heading-l">Enter your code</h1>
      <p class="govuk-body">
        If <strong>${email}</strong> may sign in, we have sent a code of six digits there. It works once, for
        10 minutes.
      </p>
      <form method="post" action="/sign-in/code" novalidate>
        ${nextField(next)}<input type="hidden" name="email" value="${email}" />
        <div class="${groupClass(error)}">
          <label class="govuk-label" for="code">Code</label>
          <div id="code-hint" class="govuk-hint">Six digits, for example 012345</div>
          ${fieldError('code', error)}
          <input
            class="${inputClass(error)} govuk-input--width-10 govuk-input--extra-letter-spacing"
            id="code"
            name="code"
            type="text"
            inputmode="numeric"
            autocomplete="one-time-code"
            aria-describedby="${described('code', error)}"
            ${error ? html`aria-invalid="true"` : ''}
          />
        </div>
        <button type="submit" class="govuk-button" data-module="govuk-button">Sign in</button>
      </form>
      <p class="govuk-body">
        <a class="govuk-link" href="/sign-in?next=${encodeURIComponent(next)}">Ask for another code</a>
      </p>`,
  })

/** One button a person: the main people in sight, those of the other boroughs on request. */
function peopleList(people: DemonstrationPerson[], next: string): Html {
  return html`<h2 class="govuk-heading-m">Or sign in as one of the people of the demonstration</h2>
    <form method="post" action="/demo/sign-in">
      ${nextField(next)} ${byRole(people.filter(({ isMain }) => isMain))}
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">Leads and certifiers of the other boroughs</span>
        </summary>
        <div class="govuk-details__text">${byRole(people.filter(({ isMain }) => !isMain))}</div>
      </details>
    </form>`
}

function byRole(people: DemonstrationPerson[]): Html[] {
  const roles = [...new Set(people.map(({ role }) => role))]
  return roles.map(
    (role) =>
      html`<h3 class="govuk-heading-s govuk-!-margin-bottom-1">${role}</h3>
        <ul class="govuk-list app-people">
          ${people.filter((person) => person.role === role).map(personButton)}
        </ul>`,
  )
}

const personButton = ({ id, name, job }: DemonstrationPerson): Html =>
  html`<li>
    <button
      type="submit"
      class="govuk-button govuk-button--secondary govuk-!-margin-bottom-1 govuk-!-margin-right-2"
      name="personId"
      value="${id}"
      aria-describedby="about-${id}"
    >
      ${name}
    </button>
    <span id="about-${id}" class="govuk-body">${job}</span>
  </li>`

export const mailPage = (messages: Message[]): Html =>
  page({
    title: 'Mail that was sent',
    demonstration: true,
    body: html`<h1 class="govuk-heading-l">Mail that was sent</h1>
      <p class="govuk-body">
        The demonstration sends no mail. What it would have sent is here, newest first.
      </p>
      ${messages.length === 0 ? html`<p class="govuk-body">Nothing yet. Mail appears within seconds.</p>` : ''}
      ${messages.map(messageView)}
      <p class="govuk-body"><a class="govuk-link" href="/sign-in">Sign in</a></p>`,
  })

const messageView = ({ recipient, subject, text, at }: Message): Html =>
  html`<article class="govuk-!-margin-bottom-6">
    <h2 class="govuk-heading-s">${subject}</h2>
    <p class="govuk-hint">To ${recipient}, ${shortMoment(at)}</p>
    ${text
      .trim()
      .split('\n\n')
      .map((paragraph) => html`<p class="govuk-body">${paragraph}</p>`)}
  </article>`
