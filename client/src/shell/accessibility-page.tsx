import { Page } from '../ui/page.tsx'

export function AccessibilityPage() {
  return (
    <Page title="Accessibility statement" width="two-thirds">
      <p className="govuk-body">
        Inclusion Returns is built to meet level AA of the Web Content Accessibility Guidelines 2.2. You
        should be able to use every page with a keyboard, with a screen reader, at 400% zoom without scrolling
        sideways, and on paper.
      </p>
      <h2 className="govuk-heading-m">How it is tested</h2>
      <p className="govuk-body">
        Each page is checked in a real browser against the automated rules for WCAG 2.0 to 2.2, level A and
        AA, and at a width of 320 pixels. Automated rules find only some barriers; no one who uses assistive
        technology every day has tested the service yet.
      </p>
      <h2 className="govuk-heading-m">Wide tables</h2>
      <p className="govuk-body">
        Tables of figures are wider than a phone. They scroll inside their own box, which you can reach and
        scroll with a keyboard.
      </p>
    </Page>
  )
}
