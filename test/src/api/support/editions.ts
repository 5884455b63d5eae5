/** How evaluators write an edition in these tests: through the API alone. */
import type { EditionView } from '@inclusion/server/standards/view'
import type { Moved } from '@inclusion/server/standards/edit'
import { expect } from 'vitest'
import type { Answer, Client, Service } from '../../support/service.ts'

export const draftId = 'edition-2'
export const draftPath = `/api/standards/${draftId}`

/** The body of an answer that must have been taken, whatever it was made or begun. */
export function taken<Body>({ status, body }: Answer<Body>): Body {
  expect([200, 201, 202], JSON.stringify(body)).toContain(status)
  return body
}

/** Begins Edition 2, a copy of reference edition 1. */
export const begin = async (client: Client, name = 'Edition 2'): Promise<Moved> =>
  taken(await client.post<Moved>('/api/standards', { basedOn: 'reference-1', name }))

export const seeEdition = async (client: Client, id = draftId): Promise<EditionView> =>
  taken(await client.get<EditionView>(`/api/standards/${id}`))

/** What is sent to save a check: as it stands, with some parts of it changed. */
export async function checkToSave(client: Client, code: string, changed: object = {}): Promise<object> {
  const { checks, revision } = await seeEdition(client)
  const { severity, rule, title, rationale, words } = checks.find((check) => check.code === code)!
  return { revision, severity, rule, title, rationale, words, ...changed }
}

export const saveCheck = async (client: Client, code: string, changed: object): Promise<Answer<Moved>> =>
  client.put<Moved>(`${draftPath}/checks/${code}`, await checkToSave(client, code, changed))

/** Back-tests the draft as it stands, as if the background had done its work. */
export async function backTested(
  { context }: Service,
  client: Client,
  path: string = draftPath,
): Promise<string> {
  const { backTestId } = taken(await client.post<{ backTestId: string }>(`${path}/back-tests`))
  await context.db
    .updateTable('back_tests')
    .set({ status: 'finished', finishedAt: context.now() })
    .where('id', '=', backTestId)
    .execute()
  return backTestId
}

export const discard = (client: Client, path: string, revision: number): Promise<Response> =>
  client.request(`${path}?revision=${revision}`, { method: 'DELETE' })
