import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { paths } from '../routing/paths.ts'
import { Details } from '../ui/details.tsx'
import { Link } from '../ui/link.tsx'

/** What a figure counts, one click away from it, with the way to its whole sheet. */
export function ReferenceSheet({ definition }: { definition: IndicatorDefinition }) {
  const { indicator, label, referenceSheet } = definition
  return (
    <Details summary="What counts">
      <p>{referenceSheet.counts}</p>
      <p>
        <strong>Source:</strong> {referenceSheet.source}
      </p>
      <p>
        <strong>Limits:</strong> {referenceSheet.limits}
      </p>
      <p>
        <Link href={paths.indicator(indicator)} about={label}>
          The whole reference sheet, {indicator}
        </Link>
      </p>
    </Details>
  )
}
