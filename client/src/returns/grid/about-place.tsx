import { Suspense } from 'react'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import type { Locator } from '@inclusion/shared/locators'
import { afterPage } from './after-page.ts'

// It is read now and then, and comes after the page, into room that is kept for it.
const AboutFigure = afterPage(async () => (await import('./about-figure.tsx')).AboutFigure)

export function AboutPlace(about: { definition: IndicatorDefinition; locator: Locator }) {
  return (
    <Suspense fallback={null}>
      <AboutFigure {...about} />
    </Suspense>
  )
}
