/**
 * An amendment to the framework: a new programme, a new year, or changed definitions, as a draft that two people
 * make rows of. A draft may be incomplete: what is wrong with it is said by its faults, not by its form.
 */
import * as z from 'zod'
import { calendars, PeriodId as AnyPeriodId } from '../periods.ts'
import { storableText } from '../text.ts'
import { LocalDate as AnyDate } from '../time.ts'
import { Identity, Term } from './identities.ts'
import { Category, Disaggregation, IndicatorCode, IndicatorDefinition } from './indicators.ts'

/** What is planned lies in this century: days and periods beyond it are slips of the hand. */
const inCentury = (year: string): boolean => year.startsWith('20')
const LocalDate = AnyDate.refine((day) => inCentury(day), 'Choose a day between 2000 and 2099')
const PeriodId = AnyPeriodId.refine((id) => inCentury(id.slice(2)), 'Choose a period between 2000 and 2099')

export const ProgrammeCode = z
  .string()
  .regex(/^[A-Z]{2,5}$/, 'Use 2 to 5 capital letters, like MHS')
  .meta({ id: 'ProgrammeCode' })

export const GssCode = z.string().regex(/^E\d{8}$/, 'Use a code like E09000007')
const Urn = z.string().regex(/^\d{6}$/, 'Use six digits')
const FinancialYear = z.string().regex(/^\d{4}-\d{2}$/, 'Use a financial year like 2026-27')

/** What a programme is, before it is one. */
export const DraftProgramme = z
  .object({
    name: storableText(120),
    summary: storableText(1_000),
    calendar: z.enum(calendars),
    startsOn: LocalDate,
    endsBefore: LocalDate,
    settingsReport: z.boolean(),
    /** A trial: learning is asked of it (check 11.1). */
    isTrial: z.boolean(),
    baselineWindows: z.enum(['one-window', 'term-before-start']),
  })
  .strict()
export type DraftProgramme = z.infer<typeof DraftProgramme>

export const DraftWindow = z.object({ periodId: PeriodId, opensOn: LocalDate, dueOn: LocalDate }).strict()
export type DraftWindow = z.infer<typeof DraftWindow>

/** What a grant is worth in one financial year; null where the amount is not known. */
export const DraftAward = z
  .object({
    gssCode: GssCode,
    financialYear: FinancialYear,
    pence: z.int().min(0).max(100_000_000_000).nullable(),
    /** The reference of a published decision. */
    decision: storableText(40).nullable(),
    assumption: storableText(500).nullable(),
  })
  .strict()
export type DraftAward = z.infer<typeof DraftAward>

/** A grant that begins, and the settings that take part in it from a day. */
export const DraftGrant = z
  .object({
    gssCode: GssCode,
    cohort: storableText(40),
    cohortStartOn: LocalDate,
    processesPersonalData: z.boolean(),
    dpiaOn: LocalDate.nullable(),
    settings: z.array(z.object({ urn: Urn, startsOn: LocalDate }).strict()).max(60),
  })
  .strict()
export type DraftGrant = z.infer<typeof DraftGrant>

/** A published decision that is not on record yet, and what it gives the programme in each financial year. */
export const DraftDecision = z
  .object({
    reference: storableText(40),
    title: storableText(200),
    summary: storableText(1_000),
    lines: z
      .array(z.object({ financialYear: FinancialYear, pence: z.int().min(0).max(100_000_000_000) }).strict())
      .max(10),
  })
  .strict()
export type DraftDecision = z.infer<typeof DraftDecision>

/** What a grant plans for an indicator by the end of a period, as figures are stored; of a pair its ratio. */
export const DraftProfile = z
  .object({
    gssCode: GssCode,
    indicator: IndicatorCode,
    periodId: PeriodId,
    value: z.number().min(0).max(1e12),
  })
  .strict()
export type DraftProfile = z.infer<typeof DraftProfile>

const amount = z.number().min(0).max(1e12).nullable()

/** What an indicator was before a grant began: of one setting where settings give it. */
export const DraftBaseline = z
  .object({
    gssCode: GssCode,
    indicator: IndicatorCode,
    urn: Urn.nullable(),
    value: amount,
    numerator: amount,
    denominator: amount,
    windowStartsOn: LocalDate,
    windowEndsBefore: LocalDate,
    source: storableText(500),
  })
  .strict()
export type DraftBaseline = z.infer<typeof DraftBaseline>

/** A definition as it is written: bounded texts, and an edition that is given when it is published. */
export const DraftDefinition = IndicatorDefinition.omit({ edition: true, bridges: true })
  .extend({
    effectiveFrom: PeriodId,
    section: storableText(80),
    label: storableText(200),
    hint: storableText(500),
    parts: z
      .object({
        value: storableText(120).optional(),
        numerator: storableText(120).optional(),
        denominator: storableText(120).optional(),
        people: storableText(120).optional(),
      })
      .strict(),
    minimumPeople: z.int().min(0).max(10_000),
    bounds: z
      .object({
        minimum: z.number().nullable(),
        maximum: z.number().nullable(),
        decimals: z.int().min(0).max(4),
      })
      .strict(),
    askedInOrdinals: z.array(z.int().min(1).max(4)).max(4).nullable(),
    disaggregations: z
      .array(
        Disaggregation.extend({
          dimension: z.string().max(40),
          label: storableText(120),
          categories: z
            .array(
              Category.extend({
                code: z.string().max(40),
                label: storableText(120),
                aliases: z.array(storableText(120)).max(20).default([]),
              }).strict(),
            )
            .max(40),
        }).strict(),
      )
      .max(12),
    referenceSheet: z
      .object({
        purpose: storableText(2_000),
        counts: storableText(2_000),
        source: storableText(2_000),
        limits: storableText(2_000),
      })
      .strict(),
  })
  .strict()
export type DraftDefinition = z.infer<typeof DraftDefinition>

/** `after`: the indicator it stands behind in the return; at the end where it is null. */
export const DraftIndicator = z
  .object({ definition: DraftDefinition, after: IndicatorCode.nullable() })
  .strict()
export type DraftIndicator = z.infer<typeof DraftIndicator>

export const DraftIdentity = Identity.extend({
  programme: ProgrammeCode,
  effectiveFrom: PeriodId,
  left: z.array(Term.strict()).max(12),
  right: z.array(Term.strict()).max(12),
  statement: storableText(500),
  fix: storableText(500),
}).strict()
export type DraftIdentity = z.infer<typeof DraftIdentity>

export const AmendmentContent = z
  .object({
    /** What the new programme is; null where the programme is there already. */
    programme: DraftProgramme.nullable(),
    /** The day that an existing programme now ends before; null where that stays. */
    endsBefore: LocalDate.nullable(),
    windows: z.array(DraftWindow).max(60),
    decisions: z.array(DraftDecision).max(10).default([]),
    grants: z.array(DraftGrant).max(40),
    awards: z.array(DraftAward).max(400),
    /** Grants that end: nothing is owed for a period that starts on this day or later. */
    endedGrants: z.array(z.object({ gssCode: GssCode, endsBefore: LocalDate }).strict()).max(40),
    indicators: z.array(DraftIndicator).max(120),
    /** The next editions of definitions that there are. */
    changed: z.array(DraftDefinition).max(120),
    /** Indicators that are no longer asked, from a period on. */
    ended: z.array(z.object({ indicator: IndicatorCode, from: PeriodId }).strict()).max(120),
    identities: z.array(DraftIdentity).max(120),
    /** Identities that no longer hold, from a period on. */
    endedIdentities: z.array(z.object({ id: storableText(60), from: PeriodId }).strict()).max(120),
    profiles: z.array(DraftProfile).max(6_000).default([]),
    baselines: z.array(DraftBaseline).max(2_000).default([]),
  })
  .strict()
  .meta({ id: 'AmendmentContent' })
export type AmendmentContent = z.infer<typeof AmendmentContent>

export const emptyContent: AmendmentContent = {
  programme: null,
  endsBefore: null,
  windows: [],
  decisions: [],
  grants: [],
  awards: [],
  endedGrants: [],
  indicators: [],
  changed: [],
  ended: [],
  identities: [],
  endedIdentities: [],
  profiles: [],
  baselines: [],
}

/**
 * What is wrong with an amendment. An error is in the way of proposing and publishing it; a warning is not.
 * `field`: the path in the content, as `changed.0.measure`.
 */
export type AmendmentFault = { severity: 'error' | 'warning'; field: string; message: string }
