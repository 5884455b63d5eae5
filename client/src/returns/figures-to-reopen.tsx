import type { ReturnView } from '@inclusion/server/returns/view'
import { figureLocator, type Locator } from '@inclusion/shared/locators'
import { Checkboxes } from '../ui/checkboxes.tsx'

type FiguresToReopenProps = {
  view: ReturnView
  values: readonly Locator[]
  onChange: (locators: Locator[]) => void
}

/** The figures a lead wants to have opened again: their own, and each setting's. */
export function FiguresToReopen({ view, values, onChange }: FiguresToReopenProps) {
  const choices = view.checkInput.asked.flatMap(({ indicator, label, collectedFrom, derivation }) => {
    if (derivation?.kind === 'settings-above-baseline') return []
    if (collectedFrom !== 'setting') return [{ value: figureLocator(indicator), label }]
    return view.reports.map(({ urn, name }) => ({
      value: figureLocator(indicator, { urn }),
      label: `${label}, ${name}`,
    }))
  })
  return (
    <Checkboxes
      id="reopen-figures"
      label="Which figures"
      hint="Choose those that have to change. RMEL may open others as well."
      look="small"
      {...{ values, onChange, choices }}
    />
  )
}
