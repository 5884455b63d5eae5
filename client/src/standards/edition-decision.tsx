import { periodLabel } from '@inclusion/shared/periods'
import { BackTestState } from './back-test-state.tsx'
import { DecideEdition } from './decide-edition.tsx'
import { DiscardEdition } from './discard-edition.tsx'
import type { EditionActProps } from './edition-act-props.ts'
import { ProposeEdition } from './propose-edition.tsx'

/** The way of a draft to being published: back-test, proposal, the second person's decision. */
export function EditionDecision({ edition, ...told }: EditionActProps) {
  return (
    <section>
      <h2 className="govuk-heading-m">Publishing</h2>
      <p className="govuk-body govuk-!-width-two-thirds">
        A draft is back-tested as it stands, then one evaluator proposes it and another approves it. Returns
        for {periodLabel(edition.effectiveFrom)} and later are then judged by it; earlier ones keep their
        edition.
      </p>
      <BackTestState edition={edition} />
      {edition.status === 'draft' ? (
        <>
          <ProposeEdition edition={edition} {...told} />
          {edition.actions.discard === null && <DiscardEdition edition={edition} {...told} />}
        </>
      ) : (
        <DecideEdition edition={edition} {...told} />
      )}
    </section>
  )
}
