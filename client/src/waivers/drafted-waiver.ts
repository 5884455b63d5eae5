/** A request for a waiver as its form holds it, and what is sent of it. Pure. */
import type { WaiverForm } from '@inclusion/server/waivers/view'
import { dateOf, isDate, type TypedDate } from '../ui/typed-date.ts'

/** An empty scope is "any". */
export type DraftedWaiver = TypedDate & {
  check: string
  programme: string
  gssCode: string
  urn: string
  indicator: string
  reason: string
}

/** What an address may say of the request: where a finding led here. */
export type Asked = Partial<Record<'check' | 'programme' | 'gssCode' | 'urn' | 'indicator', string>>

/** A code with a dash, because an address reads 4.10 as the number 4.1. */
export const checkInAddress = (code: string): string => code.replace('.', '-')

/** What an address asks about, as the router has read it. */
export function askedIn(search: Record<string, unknown>): Asked {
  const asked = Object.fromEntries(Object.entries(search).map(([name, value]) => [name, String(value)]))
  return asked['check'] === undefined ? asked : { ...asked, check: asked['check'].replace('-', '.') }
}

/** The id of the field that a part of the request is typed in. */
export const waiverField = (field: string): string => `waiver-${field}`

/** Nothing typed yet, but for what was asked about; only what this person may choose is taken. */
export function blankWaiver(form: WaiverForm, asked: Asked): DraftedWaiver {
  const programmes = form.programmes.map(({ code }) => code)
  const authorities = form.authorities.map(({ gssCode }) => gssCode)
  return {
    check:
      known(
        asked.check,
        form.checks.map(({ code }) => code),
      ) ?? '',
    programme: known(asked.programme, programmes) ?? programmes[0] ?? '',
    gssCode: known(asked.gssCode, authorities) ?? authorities[0] ?? '',
    urn:
      known(
        asked.urn,
        form.settings.map(({ urn }) => urn),
      ) ?? '',
    indicator:
      known(
        asked.indicator,
        form.indicators.map(({ code }) => code),
      ) ?? '',
    reason: '',
    day: '',
    month: '',
    year: '',
  }
}

const known = (given: string | undefined, codes: readonly (string | null)[]): string | null =>
  given !== undefined && codes.includes(given) ? given : null

/** The draft with a part changed: a setting or a measure of elsewhere goes with the place it belongs to. */
export function changeWaiver(
  form: WaiverForm,
  draft: DraftedWaiver,
  part: Partial<DraftedWaiver>,
): DraftedWaiver {
  const next = { ...draft, ...part }
  const { settings, indicators } = offeredTo(form, next)
  return {
    ...next,
    urn: settings.some(({ urn }) => urn === next.urn) ? next.urn : '',
    indicator: indicators.some(({ code }) => code === next.indicator) ? next.indicator : '',
  }
}

/** The settings of the chosen authority, and the measures of the chosen programme. */
export const offeredTo = (
  { settings, indicators }: WaiverForm,
  { gssCode, programme }: Pick<DraftedWaiver, 'gssCode' | 'programme'>,
) => ({
  settings: settings.filter(({ gssCodes }) => gssCode === '' || gssCodes.includes(gssCode)),
  indicators: indicators.filter((each) => programme === '' || each.programme === programme),
})

/** What has to be mended before it can be sent. */
export function waiverFaults(draft: DraftedWaiver): { field: string; message: string }[] {
  return [
    ...(draft.check === '' ? [fault('check', 'Choose the check that cannot be met')] : []),
    ...(draft.reason.trim().length < 10
      ? [fault('reason', 'Write a sentence that says why the check cannot be met')]
      : []),
    ...(isDate(dateOf(draft)) ? [] : [fault('until', 'Give the last day as a day, a month and a year')]),
  ]
}

const fault = (field: string, message: string) => ({ field: waiverField(field), message })

const orAny = (text: string): string | null => (text === '' ? null : text)

export const toSend = (draft: DraftedWaiver) => ({
  check: draft.check,
  programme: orAny(draft.programme),
  gssCode: orAny(draft.gssCode),
  urn: orAny(draft.urn),
  indicator: orAny(draft.indicator),
  reason: draft.reason,
  until: dateOf(draft),
})
