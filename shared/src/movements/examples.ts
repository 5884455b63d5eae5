/** Worked examples of movements: tests, and what a person reads to know what each cause means. */
import type { Figures } from '../figures.ts'
import type { IndicatorDefinition } from '../framework/indicators.ts'
import type { PeriodId } from '../periods.ts'
import { ash, birch, exampleDefinition, figure, pair, value } from '../standards/examples/worked-example.ts'
import type { CauseKind } from './causes.ts'
import type { FiledPart, Filing } from './filing.ts'

export type MovementExample = {
  title: string
  definition: IndicatorDefinition
  before: Filing
  after: Filing
  seriesFrom?: Record<string, number>
  causes: CauseKind[]
  sentence: string
}

const indicator = 'XYZ-OC1'
/** A proportion of settings, out of sessions: "Attendance". */
const attendance: IndicatorDefinition = {
  ...exampleDefinition('OP2'),
  indicator,
  label: 'Attendance',
  parts: { numerator: 'Sessions attended', denominator: 'Sessions possible' },
  collectedFrom: 'setting',
}
const starts: IndicatorDefinition = { ...exampleDefinition('OP1'), label: 'Young people who started' }

const settings = [ash(), birch()].map(({ urn, name }) => ({ urn, name }))
const filing =
  (when: string, periodId: PeriodId) =>
  (figures: Figures, more: Partial<Filing> = {}): Filing => ({
    periodId,
    when,
    figures,
    definitions: { [indicator]: 1, [starts.indicator]: 1 },
    settings,
    corrected: null,
    backdated: [],
    ...more,
  })
const last = filing('last quarter', 'FY2025-26-Q2')
const now = filing('this quarter', 'FY2025-26-Q3')
/** The version that RMEL reviewed, of the quarter that is reported now. */
const reviewed = filing('in version 1', 'FY2025-26-Q3')
const at = (
  ashCentre: readonly [number, number] | null,
  birchCentre: readonly [number, number] | null,
): Figures => ({
  ...(ashCentre && { [`${indicator}@100001`]: pair(...ashCentre) }),
  ...(birchCentre && { [`${indicator}@100002`]: pair(...birchCentre) }),
})

/** Ash and Birch Centre, with the parts of Birch Centre in the grant. */
const partsOf = (...parts: FiledPart[]) =>
  settings.map((setting, index) => (index === 0 ? setting : { ...setting, parts }))

const cedar = (...counts: [number, number]): Figures => ({ [`${indicator}@100003`]: pair(...counts) })

export const movementExamples: MovementExample[] = [
  {
    title: 'the same settings, and each attends less',
    definition: attendance,
    before: last(at([800, 1000], [700, 1000])),
    after: now(at([760, 1000], [680, 1000])),
    causes: ['real'],
    sentence: 'Attendance fell by 3.0 points to 72.0%.',
  },
  {
    title: 'a setting that was missing and whose rate is lower',
    definition: attendance,
    before: last(at([800, 1000], null)),
    after: now(at([790, 1000], [260, 500])),
    causes: ['coverage'],
    sentence:
      'Attendance fell by 10.0 points to 70.0%. 9.0 points of that is because Birch Centre, whose rate is lower (52.0%), did not report last quarter. In the settings that reported both times it fell by 1.0 points to 79.0%.',
  },
  {
    title: 'a setting that has not reported yet hides a rise',
    definition: attendance,
    before: last(at([600, 1000], [900, 1000])),
    after: now(at([650, 1000], null)),
    causes: ['coverage'],
    sentence:
      'Attendance fell by 10.0 points to 65.0%. In the settings that reported both times it rose by 5.0 points to 65.0%; the difference is because Birch Centre, whose rate is higher (90.0%), has not reported this quarter.',
  },
  {
    title: 'a setting that takes part for the first time, and nothing else',
    definition: attendance,
    before: last(at([800, 1000], null), { settings: settings.slice(0, 1) }),
    after: now(at([800, 1000], [260, 500])),
    causes: ['coverage'],
    sentence:
      'Attendance fell by 9.3 points to 70.7%. All of that is because Birch Centre, whose rate is lower (52.0%), was not there last quarter.',
  },
  {
    title: 'a setting whose figure was not available',
    definition: attendance,
    before: last({ ...at([800, 1000], null), [`${indicator}@100002`]: figure({ missing: 'x' }) }),
    after: now(at([790, 1000], [260, 500])),
    causes: ['coverage'],
    sentence:
      'Attendance fell by 10.0 points to 70.0%. 9.0 points of that is because Birch Centre, whose rate is lower (52.0%), had no figure (not available) last quarter. In the settings that reported both times it fell by 1.0 points to 79.0%.',
  },
  {
    title: 'a setting that gave half of its figure, one that counted nobody',
    definition: attendance,
    before: last({ ...at([800, 1000], null), [`${indicator}@100002`]: pair(40, null), ...cedar(0, 0) }),
    after: now({ ...at([800, 1000], [260, 500]), ...cedar(90, 100) }),
    causes: ['coverage'],
    sentence:
      'Attendance fell by 8.1 points to 71.9%. All of that is because Birch Centre had only half of the figure last quarter and setting 100003 counted nobody last quarter.',
  },
  {
    title: 'a setting more, while the others weigh otherwise',
    definition: attendance,
    before: last({ ...at([800, 1000], [400, 1000]) }),
    after: now({ ...at([730, 900], [450, 1120]), ...cedar(100, 1000) }),
    causes: ['coverage', 'composition'],
    sentence:
      'Attendance fell by 17.6 points to 42.4%. 16.0 points of that is because setting 100003, whose rate is lower (10.0%), was not there last quarter. In the settings that reported both times it fell by 1.6 points to 58.4%. Within the settings that reported both times it rose by 0.6 points, while it fell by 2.2 points because more of the count is now at settings whose rate is lower.',
  },
  {
    title: 'each setting attends more, and all of them together less',
    definition: attendance,
    before: last(at([900, 1000], [100, 200])),
    after: now(at([184, 200], [520, 1000])),
    causes: ['composition'],
    sentence:
      'Attendance fell by 24.7 points to 58.7%. Within the settings it rose by 2.0 points: the change is because more of the count is now at settings whose rate is lower.',
  },
  {
    title: 'the numerator hardly moves, the denominator does',
    definition: attendance,
    before: last({ [indicator]: pair(500, 1000) }),
    after: now({ [indicator]: pair(505, 1250) }),
    causes: ['denominator'],
    sentence:
      'Attendance fell by 9.6 points to 40.4%. Sessions attended hardly moved (500 to 505), while sessions possible rose from 1,000 to 1,250.',
  },
  {
    title: 'the numerator moves by a quarter, and the denominator by more',
    definition: attendance,
    before: last({ [indicator]: pair(100, 200) }),
    after: now({ [indicator]: pair(124, 500) }),
    causes: ['real'],
    sentence: 'Attendance fell by 25.2 points to 24.8%.',
  },
  {
    title: 'last quarter was accepted three times, and this figure corrected the second time',
    definition: starts,
    before: last(
      { [starts.indicator]: value(20) },
      {
        corrected: {
          on: '2026-02-10',
          figures: { [starts.indicator]: value(14) },
          since: { [starts.indicator]: '2025-12-03', [indicator]: '2026-02-10' },
        },
      },
    ),
    after: now({ [starts.indicator]: value(24) }),
    causes: ['real', 'revised'],
    sentence:
      'Young people who started rose by 4 to 24. The earlier figure was 14 when it was first accepted, and was corrected on 3 December 2025.',
  },
  {
    title: 'last quarter was corrected since it was accepted',
    definition: starts,
    before: last(
      { [starts.indicator]: value(20) },
      { corrected: { on: '2025-12-03', figures: { [starts.indicator]: value(14) } } },
    ),
    after: now({ [starts.indicator]: value(24) }),
    causes: ['real', 'revised'],
    sentence:
      'Young people who started rose by 4 to 24. The earlier figure was 14 when it was first accepted, and was corrected on 3 December 2025.',
  },
  {
    title: 'a correction of another figure says nothing of this one',
    definition: starts,
    before: last(
      { [starts.indicator]: value(20) },
      { corrected: { on: '2025-12-03', figures: { [starts.indicator]: value(20) } } },
    ),
    after: now({ [starts.indicator]: value(24) }),
    causes: ['real'],
    sentence: 'Young people who started rose by 4 to 24.',
  },
  {
    title: 'a major change of the definition: no comparison',
    definition: { ...starts, edition: 2, changeClass: 'major' },
    before: last({ [starts.indicator]: value(20) }),
    after: now({ [starts.indicator]: value(24) }, { definitions: { [starts.indicator]: 2 } }),
    causes: ['definition'],
    sentence:
      'Young people who started came to 24, and to 20 last quarter. It is counted in another way since, so the two are not compared.',
  },
  {
    title: 'a minor change of the definition: the series goes on',
    definition: { ...starts, edition: 2, changeClass: 'minor' },
    before: last({ [starts.indicator]: value(20) }),
    after: now({ [starts.indicator]: value(24) }, { definitions: { [starts.indicator]: 2 } }),
    causes: ['real', 'definition'],
    sentence:
      'Young people who started rose by 4 to 24. Its definition was refined in between, and the two can still be compared.',
  },
  {
    title: 'asked for the first time',
    definition: starts,
    before: last({}, { definitions: {} }),
    after: now({ [starts.indicator]: value(24) }),
    causes: ['new'],
    sentence: 'Young people who started came to 24. There was none last quarter: it was not asked.',
  },
  {
    title: 'not available now',
    definition: starts,
    before: last({ [starts.indicator]: value(24) }),
    after: now({ [starts.indicator]: figure({ missing: 'x' }) }),
    causes: ['removed'],
    sentence: 'Young people who started came to 24 last quarter. There is none this quarter: not available.',
  },
  {
    title: 'given anew within the quarter: a revision, and nothing that happened meanwhile',
    definition: starts,
    before: reviewed({ [starts.indicator]: value(20) }),
    after: now({ [starts.indicator]: value(24) }),
    causes: ['revised'],
    sentence: 'Young people who started rose by 4 to 24.',
  },
  {
    title: 'the borough explains that some of it belongs to an earlier quarter',
    definition: starts,
    before: last({ [starts.indicator]: value(20) }),
    after: now({ [starts.indicator]: value(24) }, { backdated: [starts.indicator] }),
    causes: ['real', 'backdated'],
    sentence:
      'Young people who started rose by 4 to 24. The borough explains that it includes figures that belong to an earlier period.',
  },
  {
    title: 'a setting recorded after last quarter was filed, with effect from before',
    definition: attendance,
    before: last(at([800, 1000], null), { settings: settings.slice(0, 1) }),
    after: now(at([800, 1000], [260, 500]), {
      settings: partsOf({ startsOn: '2025-09-01', endsBefore: null }),
    }),
    causes: ['coverage', 'backdated'],
    sentence:
      'Attendance fell by 9.3 points to 70.7%. All of that is because Birch Centre, whose rate is lower (52.0%), was not there last quarter. Birch Centre has taken part since 1 September 2025, which was not on record when the figure of last quarter was filed.',
  },
  {
    title:
      'a setting whose part began after last quarter, or ended before it and began again: coverage, not backdated',
    definition: attendance,
    before: last(at([800, 1000], null), { settings: settings.slice(0, 1) }),
    after: now(at([800, 1000], [260, 500]), {
      settings: partsOf(
        { startsOn: '2025-04-01', endsBefore: '2025-07-01' },
        { startsOn: '2025-10-01', endsBefore: null },
      ),
    }),
    causes: ['coverage'],
    sentence:
      'Attendance fell by 9.3 points to 70.7%. All of that is because Birch Centre, whose rate is lower (52.0%), was not there last quarter.',
  },
  {
    title: 'a setting that was due last quarter and did not report: late, and not recorded late',
    definition: attendance,
    before: last(at([800, 1000], null)),
    after: now(at([800, 1000], [260, 500]), {
      settings: partsOf({ startsOn: '2025-09-01', endsBefore: null }),
    }),
    causes: ['coverage'],
    sentence:
      'Attendance fell by 9.3 points to 70.7%. All of that is because Birch Centre, whose rate is lower (52.0%), did not report last quarter.',
  },
]
