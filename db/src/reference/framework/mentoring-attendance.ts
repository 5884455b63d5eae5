/** AP/PRU Mentoring: attendance, from the counts that each setting reports. DfE's definitions and units. */
import type { DefinitionDraft } from './define.ts'

const section = 'Attendance'
const register =
  "The setting's attendance register. Count sessions by code: the browser can do it from an export."

export const mentoringAttendance: DefinitionDraft[] = [
  {
    indicator: 'APM-OC1',
    section,
    kind: 'outcome',
    label: 'Attendance of mentored young people',
    parts: { numerator: 'Sessions attended', denominator: 'Sessions possible', people: 'Pupils' },
    hint: 'Each setting reports its own. Give a figure here only for mentored young people who are in no setting.',
    measure: 'proportion',
    polarity: 'higher',
    overTime: 'ratio',
    overPlace: 'ratio',
    askedFrom: 'light',
    collectedFrom: 'setting',
    alsoFromAuthority: true,
    derivation: { kind: 'attendance', cohort: 'mentored', numerator: 'attended', denominator: 'possible' },
    people: 'beside',
    evidenceAsked: ['source'],
    baseline: 'required',
    referenceSheet: {
      purpose: 'Shows whether mentored young people are in education: the first aim of the programme.',
      counts:
        'Half-day sessions attended, of sessions possible, for young people with a mentor in the period. Approved ' +
        'educational activity is attended; sessions that were not a possible attendance are in neither figure.',
      source: register,
      limits:
        'In pupil referral units 40% to 77% is normal. A rise since a baseline does not show that mentoring caused it. ' +
        'Sessions are added before dividing: rates are never averaged.',
    },
  },
  {
    indicator: 'APM-OC2',
    section,
    kind: 'outcome',
    label: 'Attendance of the whole setting',
    parts: { numerator: 'Sessions attended', denominator: 'Sessions possible', people: 'Enrolments' },
    hint: 'All pupils on the register in the period, mentored or not.',
    measure: 'proportion',
    polarity: 'higher',
    overTime: 'ratio',
    overPlace: 'ratio',
    askedFrom: 'standard',
    collectedFrom: 'setting',
    derivation: { kind: 'attendance', cohort: 'whole', numerator: 'attended', denominator: 'possible' },
    people: 'beside',
    evidenceAsked: ['source'],
    referenceSheet: {
      purpose: 'Gives the ground against which the attendance of mentored young people is read.',
      counts:
        'Half-day sessions attended, of sessions possible, for every enrolment at the setting in the period.',
      source: register,
      limits: 'Mentored young people are inside it, so the two rates are not independent.',
    },
  },
  {
    indicator: 'APM-OC3a',
    section,
    kind: 'outcome',
    label: 'Persistently absent',
    parts: { numerator: 'Persistently absent', denominator: 'Enrolments' },
    hint: 'Absent for 10% or more of their own possible sessions in this period. Severely absent are included.',
    measure: 'proportion',
    polarity: 'lower',
    overTime: 'last',
    overPlace: 'ratio',
    askedFrom: 'standard',
    collectedFrom: 'setting',
    derivation: { kind: 'attendance', cohort: 'whole', numerator: 'persistent', denominator: 'enrolments' },
    people: 'denominator',
    evidenceAsked: ['source'],
    referenceSheet: {
      purpose: 'Shows how many pupils miss enough to fall behind.',
      counts:
        'Enrolments absent for 10% or more of their own possible sessions in the period, of enrolments with any.',
      source: register,
      limits:
        'A quarter is not a term: do not compare with DfE figures for terms or years. One pupil can be several enrolments.',
    },
  },
  {
    indicator: 'APM-OC3b',
    section,
    kind: 'outcome',
    label: 'Severely absent',
    parts: { numerator: 'Severely absent', denominator: 'Enrolments' },
    hint: 'Absent for 50% or more of their own possible sessions in this period.',
    measure: 'proportion',
    polarity: 'lower',
    overTime: 'last',
    overPlace: 'ratio',
    askedFrom: 'standard',
    collectedFrom: 'setting',
    derivation: { kind: 'attendance', cohort: 'whole', numerator: 'severe', denominator: 'enrolments' },
    people: 'denominator',
    evidenceAsked: ['source'],
    referenceSheet: {
      purpose: 'Shows how many pupils are out of school more than in.',
      counts:
        'Enrolments absent for 50% or more of their own possible sessions in the period, of enrolments with any.',
      source: register,
      limits: 'A part of the persistently absent, so never added to them. A quarter is not a term.',
    },
  },
  {
    indicator: 'APM-OC8',
    section,
    kind: 'outcome',
    label: 'Settings where attendance of mentored young people rose',
    parts: { numerator: 'Settings above their baseline', denominator: 'Settings with a baseline' },
    hint: "Worked out for you from the settings' reports and their baselines.",
    measure: 'proportion',
    polarity: 'higher',
    overTime: 'last',
    overPlace: 'ratio',
    askedFrom: 'light',
    collectedFrom: 'derived',
    derivation: { kind: 'settings-above-baseline', of: 'APM-OC1' },
    referenceSheet: {
      purpose:
        'Gives the share of settings with better attendance, as the VRU publishes it, with its denominator.',
      counts: 'Settings whose mentored attendance is above its own baseline, of settings that report both.',
      source: 'Derived by the service.',
      limits:
        'A rise of any size counts, chance included, and a setting with three pupils counts as one with fifty.',
    },
  },
]
