/** How the framework is amended in these tests: through the API alone, by those whose work it is. */
import type { Moved } from '@inclusion/server/amendments/allow-amendment'
import type { DryRun } from '@inclusion/server/amendments/dry-run'
import type { Opening } from '@inclusion/server/amendments/opening'
import type { Published } from '@inclusion/server/amendments/publish'
import type { AmendmentView } from '@inclusion/server/amendments/view'
import type { FrameworkView } from '@inclusion/server/framework/view'
import { openReturns } from '@inclusion/server/returns/open'
import type { AmendmentContent, DraftDefinition } from '@inclusion/shared/framework/amendment'
import { expect } from 'vitest'
import type { Answer, Client, Service } from '../../support/service.ts'
import { done } from './filing.ts'

export type Drafted = Moved & { client: Client }

type Draft = {
  programme: string
  content: Partial<AmendmentContent>
  kind?: 'programme' | 'year' | 'definitions'
}

/** Begins an amendment, and writes these parts of it over what it begins with. */
export async function draft(
  client: Client,
  { programme, content, kind = 'definitions' }: Draft,
): Promise<Drafted> {
  const name = `An amendment of ${programme}`
  const begun = await client.post<Moved>('/api/amendments', { kind, programme, name })
  expect(begun.status, JSON.stringify(begun.body)).toBe(201)
  const { id, revision } = begun.body
  const view = await seeAmendment(client, id)
  const body = { revision, name, programme, content: { ...view.content, ...content } }
  return { client, ...done(await client.put<Moved>(`/api/amendments/${id}`, body)) }
}

export const seeAmendment = async (client: Client, id: string): Promise<AmendmentView> =>
  done(await client.get<AmendmentView>(`/api/amendments/${id}`))

type Step = 'propose' | 'take-back' | 'publish' | 'refuse' | 'discard'

export const step = (
  client: Client,
  { id, revision }: Moved,
  name: Step,
  more: object = {},
): Promise<Answer<Moved>> => client.post<Moved>(`/api/amendments/${id}/${name}`, { revision, ...more })

/** Proposed by whoever drafted it, published by another, who sends it twice. Answers what it opened at once. */
export async function publish(publisher: Client, drafted: Drafted): Promise<Opening | null> {
  done(await step(drafted.client, drafted, 'propose'))
  const { id, revision } = drafted
  const key = { 'Idempotency-Key': `publish-${id}` }
  const send = () => publisher.post<Published>(`/api/amendments/${id}/publish`, { revision }, key)
  const { opening } = done(await send())
  expect(done(await send()).opening).toEqual(opening)
  return opening
}

export const tryOut = (client: Client, id: string, on: object = {}): Promise<Answer<DryRun>> =>
  client.post<DryRun>(`/api/amendments/${id}/dry-run`, on)

export const framework = async (client: Client, code: string, period?: string): Promise<FrameworkView> =>
  done(await client.get<FrameworkView>(`/api/framework/${code}${period ? `?period=${period}` : ''}`))

/** A definition that is in force, as it would be changed from a period on. */
export async function changed(
  client: Client,
  { indicator, from }: { indicator: string; from: string },
  change: (definition: DraftDefinition) => Partial<DraftDefinition>,
): Promise<DraftDefinition> {
  const { definitions } = await framework(client, indicator.split('-')[0]!, from)
  const { edition: _, bridges: __, ...present } = definitions.find((each) => each.indicator === indicator)!
  const begun = { ...present, effectiveFrom: from, changeClass: 'patch' as const }
  return { ...begun, ...change(begun) }
}

/** Moves the clock to a London day, and opens what is to be opened by then. */
export async function openOn(service: Service, day: string): Promise<string[]> {
  const minutes = (Date.parse(`${day}T12:00:00Z`) - Date.parse(service.context.now())) / 60_000
  service.pass(Math.ceil(minutes))
  return openReturns(service.context)
}

export const errorsOf = ({ faults }: Pick<AmendmentView, 'faults'>): string[] =>
  faults.filter(({ severity }) => severity === 'error').map(({ message }) => message)
