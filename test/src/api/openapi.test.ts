/** The API describes itself: every route that is served, the bodies it takes, and how it refuses. */
import { permissions } from '@inclusion/server/http/permissions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openService, type Service } from '../support/service.ts'
import { amendmentBodies } from './support/amendment-cases.ts'
import { done } from './support/filing.ts'

type Parameter = { name: string; in: string; required?: boolean; schema?: object }
type Operation = {
  operationId?: string
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema: { $ref?: string } }> }
  responses: Record<string, { description: string; content?: Record<string, { schema?: { $ref?: string } }> }>
  security?: object[]
}
type Document = {
  openapi: string
  info: { title: string; version: string }
  servers: { url: string }[]
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> }
}

describe('the OpenAPI document', () => {
  let service: Service
  let document: Document
  beforeAll(async () => {
    service = await openService('SQLite')
    document = done(await service.stranger.get<Document>('/api/openapi.json'))
  })
  afterAll(() => service.close())

  const operations = () =>
    Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
    )

  it('is of version 3.1, and says what it describes', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/)
    expect(document.info).toMatchObject({ title: 'Inclusion Returns', version: service.context.version })
    expect(document.servers).toEqual([{ url: 'http://localhost:3000' }])
  })

  it('has every route of the permissions table, and no other', () => {
    const rows = permissions.filter(({ path }) => path.startsWith('/api/'))
    const described = operations().map(({ path, method }) => `${method.toUpperCase()} ${path}`)
    const expected = rows.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
    expect(described.toSorted()).toEqual(expected.toSorted())
  })

  it('names each parameter of a path, once and as required', () => {
    for (const { path, method, operation } of operations()) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
      const described = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path')
      expect(described.map(({ name }) => name).toSorted(), `${method} ${path}`).toEqual(inPath.toSorted())
      expect(described.every(({ required, schema }) => required === true && schema !== undefined)).toBe(true)
    }
  })

  it('gives every operation an answer with a description, and ids that do not repeat', () => {
    const ids = operations().flatMap(({ operation }) => operation.operationId ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    for (const { path, method, operation } of operations()) {
      const answers = Object.entries(operation.responses)
      expect(answers.length, `${method} ${path}`).toBeGreaterThan(0)
      for (const [status, { description }] of answers) {
        expect(status).toMatch(/^([1-5]\d\d|default)$/)
        expect(description).not.toBe('')
      }
      const refused = operation.responses['400']!.content!['application/problem+json']
      expect(refused).toEqual({ schema: { $ref: '#/components/schemas/Problem' } })
    }
  })

  it('says for each operation whether one signs in, as the permissions table has it', () => {
    for (const { path, method, operation } of operations()) {
      const template = path.replace(/\{(\w+)\}/g, ':$1')
      const row = permissions.find((row) => row.method === method.toUpperCase() && row.path === template)!
      expect(operation.security, `${method} ${path}`).toEqual(row.who === 'anyone' ? [] : [{ session: [] }])
    }
    expect(document.components.securitySchemes).toHaveProperty('session')
  })

  it('has the schema of every body, the ones that the routes validate with', () => {
    const bodies = operations()
      // Files are no JSON: they are described beside the uploads.
      .filter(({ operation }) => operation.requestBody?.content['application/json'] !== undefined)
      .map(({ path, method, operation }) => {
        const { schema } = operation.requestBody!.content['application/json']!
        return [
          `${method.toUpperCase()} ${path}`,
          schema.$ref?.replace('#/components/schemas/', '') ?? 'inline',
        ]
      })
    expect(Object.fromEntries(bodies)).toEqual({
      'POST /api/programmes/{programme}/meetings': 'MeetingRequest',
      ...amendmentBodies,
      'PUT /api/collection/windows/{programme}/{periodId}': 'WindowChange',
      'PUT /api/collection/reminder-days': 'ReminderDays',
      'POST /api/collection/reminders': 'ReminderRequest',
      'POST /api/collection/returns/{returnId}/extensions': 'ExtensionRequest',
      'POST /api/collection/returns/{returnId}/extensions/{extensionId}/end': 'ExtensionEnd',
      'POST /api/waivers': 'WaiverRequest',
      'POST /api/waivers/{waiverId}/approve': 'WaiverDecision',
      'POST /api/waivers/{waiverId}/refuse': 'WaiverDecision',
      'POST /api/settings': 'NewSetting',
      'POST /api/settings/{urn}/close': 'CloseSetting',
      'POST /api/settings/{urn}/succeed': 'SucceedSetting',
      'POST /api/settings/{urn}/take-back': 'TakeBackSuccession',
      'POST /api/settings/{urn}/take-part': 'TakePart',
      'POST /api/settings/{urn}/end-part': 'EndPart',
      'POST /api/standards': 'NewEdition',
      'POST /api/standards/{standardId}/approve': 'AtRevision',
      'POST /api/standards/{standardId}/checks': 'AddCheck',
      'POST /api/standards/{standardId}/propose': 'AtRevision',
      'POST /api/standards/{standardId}/refuse': 'RefuseEdition',
      'POST /api/standards/{standardId}/take-back': 'AtRevision',
      'PUT /api/standards/{standardId}': 'SaveEdition',
      'PUT /api/standards/{standardId}/checks/{code}': 'SaveCheck',
      'PUT /api/standards/{standardId}/severities': 'SaveSeverities',
      'POST /api/demo/sign-in': 'DemonstrationSignIn',
      'POST /api/invitations': 'NewInvitation',
      'POST /api/invitations/{invitationId}/send-again': 'SendAgain',
      'POST /api/people/{personId}/leave': 'Leave',
      'POST /api/people/confirm-access': 'ConfirmAccess',
      'POST /api/service-levels': 'NewServiceLevel',
      'PUT /api/returns/{returnId}/figures': 'SaveRequest',
      'PUT /api/returns/{returnId}/explanations': 'ExplainRequest',
      'PUT /api/returns/{returnId}/settings/{urn}/missing': 'MissingRequest',
      'POST /api/returns/{returnId}/decline': 'ReasonRequest',
      'POST /api/returns/{returnId}/submit': 'SubmitRequest',
      'POST /api/returns/{returnId}/queries': 'QuestionRequest',
      'POST /api/returns/{returnId}/queries/{queryId}/messages': 'ReplyRequest',
      'POST /api/returns/{returnId}/hand-over': 'HandOver',
      'POST /api/returns/{returnId}/decide-figures': 'DecideFigures',
      'POST /api/returns/{returnId}/request-changes': 'RequestChanges',
      'POST /api/returns/{returnId}/accept': 'Accept',
      'POST /api/review-queue/accept': 'AcceptTogether',
      'POST /api/returns/{returnId}/ask-to-reopen': 'AskToReopen',
      'POST /api/returns/{returnId}/decline-reopening': 'DeclineReopening',
      'POST /api/returns/{returnId}/reopen': 'Reopen',
      'PUT /api/setting-reports/{returnId}/{urn}/figures': 'SaveReportRequest',
    })
  })

  it('refers to nothing that it does not have', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(
      ([, reference]) => reference!,
    )
    expect(references).toContain('#/components/schemas/FigureChange')
    for (const reference of new Set(references)) {
      const names = reference.replace('#/', '').split('/')
      const found = names.reduce<unknown>(
        (at, name) => (at as Record<string, unknown> | undefined)?.[name],
        document,
      )
      expect(found, reference).toBeDefined()
    }
  })
})
