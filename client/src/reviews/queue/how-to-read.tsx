import { Details } from '../../ui/details.tsx'

/** What the words of the queue mean. */
export const HowToRead = () => (
  <Details summary="What clean means, and changed much">
    <p className="govuk-body">
      A submitted return is clean when no check asked anything of it that had to be explained or waived, no
      figure changed much, none that was given before is missing, no question on it is open, and there is an
      accepted return to hold it against. Clean returns can be accepted together.
    </p>
    <p className="govuk-body">
      A figure changed much when it moved by four times its usual change or more: the one in the middle of all
      its changes from period to period. Where its past is too short to say, a tenth of the figure is taken
      for usual. A count that moved by fewer than five never counts as much.
    </p>
  </Details>
)
