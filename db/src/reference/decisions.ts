/** The published decisions and the money in them, as their own tables and paragraphs give it. */
import type { DecisionRow, FundingLineRow } from '../tables/programmes.ts'

export const decisions: DecisionRow[] = [
  {
    reference: 'PCD 1078',
    title: 'VRU Work Programme 2022 - 2025: Education',
    summary:
      'With PCD 1359, approved AP/PRU Mentoring in 22 boroughs from April 2022 to March 2025. Known here ' +
      'only from what PCD 1610 says of it.',
  },
  {
    reference: 'PCD 1359',
    title: 'PRU Mentoring Support Programme Addition',
    summary: 'Added to PCD 1078. Known here only from what PCD 1610 says of it.',
  },
  {
    reference: 'PCD 1610',
    title: 'Educational Programme Extension',
    summary:
      'Expands AP/PRU Mentoring from 22 boroughs to all 32 in 2024/25 (10 further grants of £33,500) and ' +
      'extends it to August 2026 (£1,250,000 across all 32 grants). Also extends a research contract.',
  },
  {
    reference: 'PCD 1769',
    title: 'Inclusion CPD Grants',
    summary:
      'Invites up to seven local authorities to apply for grants for professional development that supports ' +
      'school inclusion, in the academic year 2025-26, at a total cost of £175,000 in two instalments.',
  },
]

const printedTotal =
  'The text prints the total as £1,640,600; the lines of its table add up to £1,604,600, which is used here.'

export const fundingLines: FundingLineRow[] = [
  {
    id: 'PCD-1078-mentoring-2024-25',
    decision: 'PCD 1078',
    programme: 'APM',
    financialYear: '2024-25',
    pence: 73_700_000,
    source: 'PCD 1610, financial comment: £0.737m already approved for 22 boroughs (PCD 1078 and PCD 1359).',
  },
  {
    id: 'PCD-1610-research-2024-25',
    decision: 'PCD 1610',
    programme: null,
    financialYear: '2024-25',
    pence: 1_960_000,
    source: `Table, research contract extension, from the research budget: not part of a programme here. ${printedTotal}`,
  },
  {
    id: 'PCD-1610-expansion-2024-25',
    decision: 'PCD 1610',
    programme: 'APM',
    financialYear: '2024-25',
    pence: 33_500_000,
    source: `Table, expansion (10 additional grants), from Mayoral core. With the research contract: £354,600. ${printedTotal}`,
  },
  {
    id: 'PCD-1610-extension-2025-26',
    decision: 'PCD 1610',
    programme: 'APM',
    financialYear: '2025-26',
    pence: 125_000_000,
    source: `Table, extension (all 32 grants), from the budget smoothing reserve. ${printedTotal}`,
  },
  {
    id: 'PCD-1769-carry-forward-2024-25',
    decision: 'PCD 1769',
    programme: 'CPD',
    financialYear: '2024-25',
    pence: 4_000_000,
    source: 'Financial comments: carry forwards of £0.040m.',
  },
  {
    id: 'PCD-1769-core-2024-25',
    decision: 'PCD 1769',
    programme: 'CPD',
    financialYear: '2024-25',
    pence: 4_750_000,
    source: 'Financial comments: Mayoral Core funding of £0.0475m.',
  },
  {
    id: 'PCD-1769-core-2025-26',
    decision: 'PCD 1769',
    programme: 'CPD',
    financialYear: '2025-26',
    pence: 8_750_000,
    source: 'Financial comments: Mayoral Core funding; the total of £0.175m less what 2024/25 pays.',
  },
]
