import { periodOf, type PeriodId } from '@inclusion/shared/periods'

const periodNames = { 'financial-quarters': 'quarter', 'school-terms': 'term' } as const

/** What a period of its calendar is called. */
export const periodName = (periodId: PeriodId): string => periodNames[periodOf(periodId).calendar]
