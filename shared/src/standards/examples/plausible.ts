/** Worked examples of clause 5, Plausible: the slips that last period shows (5.1 to 5.3). */
import { followedExamplesOf, lastPeriod } from './followed.ts'
import { explain, figure, pair, value } from './worked-example.ts'

const wrongScaleExamples = followedExamplesOf('5.1', [
  {
    shows: 'fires',
    title: '6,000 for 60, in the second period',
    asked: ['visits'],
    given: { figures: { 'XYZ-OP22': value(6_000) }, history: lastPeriod({ 'XYZ-OP22': value(60) }) },
    expected: [
      explain(
        'XYZ-OP22',
        'Visits to families: 6,000. Last period it was 60, so this is about 100 times that.',
      ),
    ],
  },
  {
    shows: 'fires',
    title: 'A first return, ten times its profile for the quarter',
    asked: ['visits'],
    given: {
      figures: { 'XYZ-OP22': value(190) },
      profiles: { 'FY2025-26-Q3': { 'XYZ-OP22': 60 }, 'FY2025-26-Q2': { 'XYZ-OP22': 40 } },
    },
    expected: [
      explain('XYZ-OP22', 'Visits to families: 190. The profile is 20, so this is about 10 times that.'),
    ],
  },
  {
    shows: 'fires',
    title: 'A fraction for a number out of 100',
    asked: ['share'],
    given: { figures: { 'XYZ-OP27': value(0.45) } },
    expected: [
      explain(
        'XYZ-OP27',
        'Settings that answered, out of 100: 0.45. It is counted out of 100, and this looks like a fraction of 1.',
      ),
    ],
  },
  {
    shows: 'does-not-fire',
    title: 'Twice as many is growth, not a slip of scale',
    asked: ['visits'],
    given: { figures: { 'XYZ-OP22': value(120) }, history: lastPeriod({ 'XYZ-OP22': value(60) }) },
    expected: [],
  },
  {
    shows: 'edge',
    title: 'Ten times very few is still few',
    asked: ['visits'],
    given: { figures: { 'XYZ-OP22': value(40) }, history: lastPeriod({ 'XYZ-OP22': value(4) }) },
    expected: [],
  },
  {
    shows: 'no-history',
    title: 'A first return without a profile has nothing to be held against',
    asked: ['visits'],
    given: { figures: { 'XYZ-OP22': value(6_000) } },
    expected: [],
  },
])

const digitsExamples = followedExamplesOf('5.2', [
  {
    shows: 'fires',
    title: '132 carried on from 123',
    asked: ['active'],
    given: { figures: { 'XYZ-OP24': value(132) }, history: lastPeriod({ 'XYZ-OP24': value(123) }) },
    expected: [
      explain(
        'XYZ-OP24',
        'Young people active at the end: 132. Last period it was 123, with two digits the other way round.',
      ),
    ],
  },
  {
    shows: 'does-not-fire',
    title: 'A level that moved',
    asked: ['active'],
    given: { figures: { 'XYZ-OP24': value(131) }, history: lastPeriod({ 'XYZ-OP24': value(123) }) },
    expected: [],
  },
  {
    shows: 'edge',
    title: 'Two digits look swapped by chance',
    asked: ['active'],
    given: { figures: { 'XYZ-OP24': value(21) }, history: lastPeriod({ 'XYZ-OP24': value(12) }) },
    expected: [],
  },
  {
    shows: 'edge',
    title: 'A flow starts anew each period, so its digits may stand in any order',
    asked: ['visits'],
    given: { figures: { 'XYZ-OP22': value(132) }, history: lastPeriod({ 'XYZ-OP22': value(123) }) },
    expected: [],
  },
  {
    shows: 'no-history',
    title: 'A first return carries nothing on',
    asked: ['active'],
    given: { figures: { 'XYZ-OP24': value(132) } },
    expected: [],
  },
])

const quarter = {
  'XYZ-OP21': value(12),
  'XYZ-OP23': value(31),
  'XYZ-OP25': pair(30, 40),
  'XYZ-OP24': value(30),
}
const asked = ['sessions', 'hours', 'takeUp', 'active'] as const

const repeatedExamples = followedExamplesOf('5.3', [
  {
    shows: 'fires',
    title: 'Three flows are exactly what they were',
    asked,
    given: { figures: quarter, history: lastPeriod(quarter) },
    expected: [
      explain(
        null,
        "All 3 figures of the period's activity are exactly last period's: Sessions delivered, contact hours and take-up of sessions.",
      ),
    ],
  },
  {
    shows: 'does-not-fire',
    title: 'One of them moved',
    asked,
    given: { figures: { ...quarter, 'XYZ-OP25': pair(31, 40) }, history: lastPeriod(quarter) },
    expected: [],
  },
  {
    shows: 'does-not-fire',
    title: 'One of them is none now',
    asked: [...asked, 'visits'],
    given: {
      figures: { ...quarter, 'XYZ-OP22': value(0) },
      history: lastPeriod({ ...quarter, 'XYZ-OP22': value(80) }),
    },
    expected: [],
  },
  {
    shows: 'does-not-fire',
    title: 'One of them was not available last period',
    asked: [...asked, 'visits'],
    given: {
      figures: { ...quarter, 'XYZ-OP22': value(8) },
      history: lastPeriod({ ...quarter, 'XYZ-OP22': figure({ missing: 'x' }) }),
    },
    expected: [],
  },
  {
    shows: 'edge',
    title: 'Two that stayed, a zero and a level are too little to go by',
    asked,
    given: {
      figures: { ...quarter, 'XYZ-OP25': pair(0, 0) },
      history: lastPeriod({ ...quarter, 'XYZ-OP25': pair(0, 0) }),
    },
    expected: [],
  },
  {
    shows: 'no-history',
    title: 'A first return repeats nothing',
    asked,
    given: { figures: quarter },
    expected: [],
  },
])

export const slipExamples = [...wrongScaleExamples, ...digitsExamples, ...repeatedExamples]
