/** Worked examples of clause 5, Plausible: the ladder from own history to peers (5.4, 5.5). */
import type { ComparatorSummary, PeerSummary } from '../peers.ts'
import { attended, followedExamplesOf, past } from './followed.ts'
import { explain, note, pair, value } from './worked-example.ts'

const sessions = 'XYZ-OP21'
const flat = [60, 60, 60, 60, 60, 60]

const ownHistoryExamples = followedExamplesOf('5.4', [
  {
    shows: 'fires',
    title: '95 after six quarters of 60',
    asked: ['sessions'],
    given: { figures: { [sessions]: value(95) }, history: past(sessions, flat) },
    expected: [
      explain(
        sessions,
        'Sessions delivered: 95. You reported 60, 60, 60, 60, 60 and 60 before; 36 to 89 would be usual.',
      ),
    ],
  },
  {
    shows: 'fires',
    title: 'Take-up that fell by half',
    asked: ['takeUp'],
    given: {
      figures: { 'XYZ-OP25': pair(150, 400) },
      history: past('XYZ-OP25', [
        [300, 400],
        [312, 410],
        [280, 380],
        [296, 395],
        [305, 400],
      ]),
    },
    expected: [
      explain(
        'XYZ-OP25',
        'Take-up of sessions: 37.5% (150 of 400). You reported 75.0%, 76.1%, 73.7%, 74.9% and 76.3% before; 66% to 84% would be usual.',
      ),
    ],
  },
  {
    shows: 'fires',
    title: '84 in a quarter that has had 20, though the next one has had 80',
    asked: ['sessions'],
    given: { figures: { [sessions]: value(84) }, history: past(sessions, [20, 80, 10, 30, 21, 78, 11, 29]) },
    expected: [
      explain(
        sessions,
        'Sessions delivered: 84. You reported 20, 80, 10, 30, 21, 78, 11 and 29 before; 7 to 40 would be usual at this time of the year.',
      ),
    ],
  },
  {
    shows: 'does-not-fire',
    title: '64 after 60, 61, 59 and 62',
    asked: ['sessions'],
    given: { figures: { [sessions]: value(64) }, history: past(sessions, [60, 61, 59, 62]) },
    expected: [],
  },
  {
    shows: 'edge',
    title: '89 is the last figure that six quarters of 60 let pass',
    asked: ['sessions'],
    given: { figures: { [sessions]: value(89) }, history: past(sessions, flat) },
    expected: [],
  },
  {
    shows: 'no-history',
    title: 'Three quarters are too few to judge by',
    asked: ['sessions'],
    given: { figures: { [sessions]: value(95) }, history: past(sessions, [60, 60, 60]) },
    expected: [],
  },
])

const boroughs: PeerSummary = {
  indicator: sessions,
  family: 'count',
  peers: 12,
  centre: 10,
  between: 0.02,
  within: 0.02,
}
const pupilReferralUnits: ComparatorSummary = {
  label: 'pupil referral units in London',
  when: 'autumn and spring terms 2022/23',
  source: 'Department for Education',
  places: 55,
  centre: 0.634,
  spread: 0.119,
}

const peerExamples = followedExamplesOf('5.5', [
  {
    shows: 'fires',
    title: '62 after 9 and 11, where others report a dozen',
    asked: ['sessions'],
    given: {
      tier: 'enhanced',
      figures: { [sessions]: value(62) },
      history: past(sessions, [9, 11]),
      peers: [boroughs],
    },
    expected: [
      explain(
        sessions,
        'Sessions delivered: 62. You reported 9 and 11 before; boroughs of your kind usually report 2 to 21.',
      ),
    ],
  },
  {
    shows: 'fires',
    title: 'A first return, and in the standard tier it is only noted',
    asked: ['sessions'],
    given: { figures: { [sessions]: value(62) }, peers: [boroughs] },
    expected: [note(sessions, 'Sessions delivered: 62. Boroughs of your kind usually report 2 to 21.')],
  },
  {
    shows: 'fires',
    title: 'Attendance of 95% in a pupil referral unit',
    asked: ['attendance'],
    given: { ...attended(950, 1_000), comparator: pupilReferralUnits },
    expected: [
      note(
        'XYZ-OP26@100001',
        'Attendance at Ash Centre: 95.0% (950 of 1,000). Of pupil referral units in London, nearly all have 31% to 89% (autumn and spring terms 2022/23; Department for Education). That is another period, so it is only a guide.',
      ),
    ],
  },
  {
    shows: 'does-not-fire',
    title: 'Attendance of 45% is usual in a pupil referral unit',
    asked: ['attendance'],
    given: { ...attended(450, 1_000), comparator: pupilReferralUnits },
    expected: [],
  },
  {
    shows: 'edge',
    title: 'With four periods of its own, its own history is the better guide',
    asked: ['sessions'],
    given: {
      figures: { [sessions]: value(62) },
      history: past(sessions, [60, 58, 63, 61]),
      peers: [boroughs],
    },
    expected: [],
  },
  {
    shows: 'no-history',
    title: 'Without peers there is nothing to be far from',
    asked: ['sessions'],
    given: { figures: { [sessions]: value(62) }, history: past(sessions, [9, 11]) },
    expected: [],
  },
])

export const ladderExamples = [...ownHistoryExamples, ...peerExamples]
