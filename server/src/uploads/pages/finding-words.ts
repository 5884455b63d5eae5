/** A finding beside its figure: how much it asks, what is wrong, and what to do. */
import { html } from 'hono/html'
import type { Finding } from '@inclusion/shared/standards/finding'
import type { Html } from '../../pages/layout.ts'

export const isShown = ({ waiver }: Finding): boolean => waiver === null

const severityWords = { block: 'To fix', explain: 'To explain', note: 'Note' } as const
const severityColours = { block: 'red', explain: 'yellow', note: 'grey' } as const

export const findingWords = ({ severity, message, fix }: Finding): Html =>
  html`<p class="govuk-body govuk-!-margin-bottom-2">
    <strong class="govuk-tag govuk-tag--${severityColours[severity]}">${severityWords[severity]}</strong>
    ${message} ${fix}
  </p>`
