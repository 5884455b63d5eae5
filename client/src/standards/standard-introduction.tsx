import type { EditionView } from '@inclusion/server/standards/view'
import { periodLabel } from '@inclusion/shared/periods'
import { InsetText } from '../ui/inset-text.tsx'

/** What an edition is, from when on, and what its words mean. */
export function StandardIntroduction({ edition }: { edition: EditionView }) {
  return (
    <>
      <InsetText>
        {edition.basedOn
          ? edition.summary || 'Written by RMEL on the ground of the reference edition.'
          : 'This is a reference edition. The VRU’s own text is not published; this is a complete set of rules in its spirit, and RMEL can replace any part of it.'}
      </InsetText>
      <p className="govuk-body">
        {edition.isInForce ? 'In force from' : 'For returns from'} {periodLabel(edition.effectiveFrom)}. What
        is certainly wrong has to be fixed; what is merely unusual is explained. How much is asked follows the
        size of the grant: light under £30,000, standard under £100,000, enhanced from there.
      </p>
      <p className="govuk-body">
        To fix: the return cannot be filed until it is put right. To explain: fix it, or give a reason and a
        sentence. To note: nothing is asked. A return keeps the edition it was filed under.
      </p>
    </>
  )
}
