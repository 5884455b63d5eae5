/** How people file in these tests: through the API alone, with the demonstration's invented figures. */
import { reportChanges } from '@inclusion/server/demonstration/attendance-figures'
import { changesOf, type Totals } from '@inclusion/server/demonstration/changes'
import { mentoredThisYear, mentoringTotals } from '@inclusion/server/demonstration/mentoring-figures'
import { trainingTotals } from '@inclusion/server/demonstration/training-figures'
import type { ReturnView } from '@inclusion/server/returns/view'
import type { Saved } from '@inclusion/server/returns/save'
import type { ReportView } from '@inclusion/server/setting-reports/view'
import type { FigureChange } from '@inclusion/shared/figures'
import type { ReturnAction } from '@inclusion/shared/returns'
import type { Role } from '@inclusion/shared/roles'
import { expect } from 'vitest'
import type { Answer, Client, Service } from '../../support/service.ts'

/** Camden's mentoring return that is open: half filled in, with a pair the wrong way round. */
export const camden = 'APM-E09000007-FY2025-26-Q3'
/** Croydon's training return: light tier, begun by Tom Bennett. */
export const croydonTraining = 'CPD-E09000008-FY2025-26-Q3'
/** A return that nobody has started: Havering has no setting with a head. */
export const havering = 'APM-E09000016-FY2025-26-Q3'

export type Change = Omit<FigureChange, 'revision'> & { revision?: number }

/** The body of an answer that must be 200. */
export function done<Body>({ status, body }: Answer<Body>): Body {
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}

/** A refusal: its status and the type of its problem, so that a test says both at once. */
export const refusal = ({ status, body }: Answer<unknown>) =>
  `${status} ${(body as { type?: string }).type ?? ''}`

export const see = async (client: Client, id: string): Promise<ReturnView> =>
  done(await client.get<ReturnView>(`/api/returns/${id}`))

export const seeReport = async (client: Client, id: string, urn: string): Promise<ReportView> =>
  done(await client.get<ReportView>(`/api/setting-reports/${id}/${urn}`))

export const act = <Body = Record<string, unknown>>(
  client: Client,
  id: string,
  action: Exclude<ReturnAction, 'edit'>,
  body?: unknown,
) => client.post<Body>(`/api/returns/${id}/${action}`, body)

/** Saves as a person who has just read the return: each change with the revision there is. */
export async function enter(client: Client, id: string, changes: Change[]): Promise<Answer<Saved>> {
  const { marks } = await see(client, id)
  return client.put<Saved>(`/api/returns/${id}/figures`, { changes: withRevisions(changes, marks) })
}

export async function enterReport(
  client: Client,
  { id, urn }: { id: string; urn: string },
  changes: Change[],
): Promise<Answer<Saved>> {
  const { marks } = await seeReport(client, id, urn)
  return client.put<Saved>(`/api/setting-reports/${id}/${urn}/figures`, {
    changes: withRevisions(changes, marks),
  })
}

const withRevisions = (changes: Change[], marks: Record<string, { revision: number }>): Change[] =>
  changes.map((change) => ({ ...change, revision: marks[change.locator]?.revision ?? 0 }))

/** A mentoring grant that began in 2022, as the demonstration has it. */
const sinceTheStart = {
  first: 'FY2023-24-Q4',
  cohortStartOn: '2022-04-01',
  awards: { '2024-25': 3_350_000, '2025-26': 3_906_250 },
}

/** The borough's own figures, all of them. */
export async function fillIn(client: Client, id: string, totals?: Totals): Promise<void> {
  const view = await see(client, id)
  const { gssCode } = view.authority
  const invented = id.startsWith('CPD')
    ? trainingTotals({ gssCode, first: 'FY2025-26-Q2' }, view.period.id)
    : mentoringTotals({ gssCode, ...sinceTheStart }, view.period.id)
  const asked = view.checkInput.asked.filter(({ collectedFrom }) => collectedFrom === 'authority')
  const name = `${gssCode} ${view.period.id}`
  done(await enter(client, id, changesOf(asked, totals ?? invented, { tier: view.tier, name })))
}

/** Every figure of one setting's report. `mentored` is its cohort. */
export async function fillReport(
  client: Client,
  { id, urn, mentored = 12 }: { id: string; urn: string; mentored?: number },
): Promise<void> {
  const { checkInput, period } = await seeReport(client, id, urn)
  const { asked, tier } = checkInput
  const given = { urn, periodId: period.id, tier, mentored, mentoredThisYear: mentored + 8 }
  done(await enterReport(client, { id, urn }, reportChanges(asked, given)))
}

/** Young people mentored this year, as Camden's settings would share them. */
export const mentoredInCamden = (): number =>
  mentoredThisYear({ gssCode: 'E09000007', ...sinceTheStart }, 'FY2025-26-Q3')

export const sentence = 'The partner’s records for the last week reach us after the quarter.'

/** Answers every finding that asks for an explanation; answers how many there were. */
export async function explainAll(client: Client, id: string): Promise<number> {
  const { findings } = await see(client, id)
  const explanations = findings
    .filter(({ severity, explanation }) => severity === 'explain' && explanation === null)
    .map(({ check, locator }) => ({ check, locator: locator ?? '', reason: 'late-data', text: sentence }))
  if (explanations.length > 0) done(await client.put(`/api/returns/${id}/explanations`, { explanations }))
  return explanations.length
}

/** Accepts each figure that a check or a question was about; answers which. Whoever does it has taken the return. */
export async function decideAll(client: Client, id: string): Promise<string[]> {
  const { inTheWay } = await see(client, id)
  const decisions = inTheWay.map(({ locator }) => ({ locator, decision: 'accept' }))
  if (decisions.length > 0) done(await act(client, id, 'decide-figures', { decisions }))
  return inTheWay.map(({ locator }) => locator)
}

/** Accepts a return that this evaluator has taken, figure by figure and then as a whole. */
export async function acceptIt(client: Client, id: string): Promise<Record<string, unknown>> {
  await decideAll(client, id)
  return done(await act(client, id, 'accept', {}))
}

/** Gives a person of the demonstration one more role, from the next request on. */
export async function giveRole(
  { context }: Service,
  personId: string,
  scope: { role: Role; programme?: string; gssCode?: string; urn?: string },
): Promise<void> {
  const { role, programme = null, gssCode = null, urn = null } = scope
  await context.db
    .insertInto('memberships')
    .values({
      ...{ id: context.newId(), personId, role, programme, gssCode, urn },
      ...{ startsOn: '2022-04-01', endsBefore: null },
    })
    .execute()
}

/** How many audit events there are: nothing that was refused may add one. */
export async function countEvents({ context }: Service): Promise<number> {
  const { count } = await context.db
    .selectFrom('audit_events')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Sends a CSV as the body, as other software would. */
export async function sendFile(client: Client, path: string, text: string): Promise<Answer<unknown>> {
  const response = await client.request(path, {
    ...{ method: 'POST', body: text },
    headers: { 'content-type': 'text/csv' },
  })
  return { status: response.status, body: await response.json(), headers: response.headers }
}
