/**
 * Who may call what: every route has its row, and a route without one answers as if it did not exist.
 * A row gives the role; the scope (whose return, whose setting) is judged in the handler by `allow`.
 */
import type { Capability } from '@inclusion/shared/roles'

export type Who = 'anyone' | 'signed-in' | Capability | readonly Capability[]

export type Permission = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** `:name` stands for one segment, a last `*` for the rest. */
  path: string
  who: Who
  demonstrationOnly?: true
  /** A page, its form, or a file of the client: a stranger is shown the way to sign in. */
  page?: true
}

const get = (path: string, who: Who): Permission => ({ method: 'GET', path, who })
const post = (path: string, who: Who): Permission => ({ method: 'POST', path, who })
const put = (path: string, who: Who): Permission => ({ method: 'PUT', path, who })
const remove = (path: string, who: Who): Permission => ({ method: 'DELETE', path, who })
const page = (path: string, who: Who): Permission => ({ method: 'GET', path, who, page: true })
const form = (path: string, who: Who): Permission => ({ method: 'POST', path, who, page: true })
const inDemonstration = (permission: Permission): Permission => ({ ...permission, demonstrationOnly: true })

export const permissions: readonly Permission[] = [
  get('/api/health', 'anyone'),
  get('/api/openapi.json', 'anyone'),
  get('/api/receipts/:code', 'anyone'),
  get('/api/me', 'signed-in'),
  get('/api/home', 'signed-in'),

  get('/sign-in', 'anyone'),
  post('/sign-in', 'anyone'),
  post('/sign-in/code', 'anyone'),
  post('/sign-out', 'anyone'),
  inDemonstration(get('/api/demo/people', 'anyone')),
  inDemonstration(post('/api/demo/sign-in', 'anyone')),
  inDemonstration(post('/demo/sign-in', 'anyone')),
  inDemonstration(get('/demo/mail', 'anyone')),

  get('/api/people', ['people.invite', 'people.administer']),
  post('/api/invitations', 'people.invite'),
  post('/api/invitations/:invitationId/withdraw', ['people.invite', 'people.administer']),
  post('/api/invitations/:invitationId/send-again', ['people.invite', 'people.administer']),
  get('/api/people/access', ['people.invite', 'people.administer']),
  get('/api/people/access/export', ['people.invite', 'people.administer']),
  post('/api/people/:personId/confirm-access', ['people.invite', 'people.administer']),
  post('/api/people/confirm-access', ['people.invite', 'people.administer']),
  get('/api/people/:personId/leaving', ['people.invite', 'people.administer']),
  post('/api/people/:personId/leave', ['people.invite', 'people.administer']),
  post('/api/departures/:departureId/take-back', ['people.invite', 'people.administer']),
  post('/api/memberships/:membershipId/end', ['people.invite', 'people.administer']),
  get('/api/letters', 'people.administer'),
  post('/api/letters/:letterId/send-again', 'people.administer'),
  post('/api/letters/:letterId/settle', 'people.administer'),
  post('/api/people/:personId/suspend', 'people.administer'),
  post('/api/people/:personId/restore', 'people.administer'),

  get('/api/returns', 'return.see'),
  get('/api/returns/:returnId', 'return.see'),
  put('/api/returns/:returnId/figures', 'return.edit'),
  post('/api/returns/:returnId/uploads', 'return.edit'),
  put('/api/returns/:returnId/explanations', 'return.edit'),
  put('/api/returns/:returnId/settings/:urn/missing', 'return.edit'),
  post('/api/returns/:returnId/settings/:urn/remind', 'return.edit'),
  post('/api/returns/:returnId/remind', 'return.edit'),
  post('/api/returns/:returnId/send-for-sign-off', 'return.edit'),
  post('/api/returns/:returnId/decline', 'return.certify'),
  post('/api/returns/:returnId/submit', ['return.certify', 'return.submit-light']),
  post('/api/returns/:returnId/withdraw', 'return.edit'),
  post('/api/returns/:returnId/take', 'return.review'),
  post('/api/returns/:returnId/hand-over', 'return.hand-over'),
  get('/api/returns/:returnId/evaluators', 'return.hand-over'),
  post('/api/returns/:returnId/decide-figures', 'return.review'),
  post('/api/returns/:returnId/accept-rest', 'return.review'),
  post('/api/returns/:returnId/request-changes', 'return.review'),
  post('/api/returns/:returnId/accept', 'return.review'),
  post('/api/returns/:returnId/ask-to-reopen', 'return.edit'),
  post('/api/returns/:returnId/decline-reopening', 'return.review'),
  post('/api/returns/:returnId/reopen', 'return.review'),
  get('/api/returns/:returnId/template', 'return.see'),
  get('/api/returns/:returnId/position', 'return.see'),
  get('/api/returns/:returnId/receipt', 'return.see'),
  get('/api/returns/:returnId/differences', 'return.see'),
  get('/api/returns/:returnId/comparisons', 'return.see'),
  get('/api/returns/:returnId/history', 'return.see'),
  get('/api/returns/:returnId/figures/:locator/history', ['return.see', 'report.see']),
  get('/api/returns/:returnId/figures/:locator/provenance', ['return.see', 'report.see']),
  get('/api/returns/:returnId/score', 'return.see'),
  post('/api/returns/:returnId/queries', 'return.edit'),
  post('/api/returns/:returnId/queries/:queryId/messages', ['return.edit', 'return.review', 'report.edit']),
  post('/api/returns/:returnId/queries/:queryId/close', ['return.edit', 'return.review']),

  get('/api/setting-reports', 'report.see'),
  get('/api/setting-reports/:returnId/:urn', 'report.see'),
  get('/api/setting-reports/:returnId/:urn/position', 'report.see'),
  put('/api/setting-reports/:returnId/:urn/figures', ['report.edit', 'return.edit']),
  post('/api/setting-reports/:returnId/:urn/sign-off', ['report.edit', 'return.edit']),
  post('/api/setting-reports/:returnId/:urn/withdraw', ['report.edit', 'return.edit']),

  get('/api/settings', 'settings.see'),
  get('/api/settings/:urn', 'settings.see'),
  post('/api/settings', 'settings.manage'),
  post('/api/settings/:urn/close', 'settings.manage'),
  post('/api/settings/:urn/succeed', 'settings.manage'),
  post('/api/settings/:urn/take-back', 'settings.manage'),
  post('/api/settings/:urn/take-part', 'settings.manage'),
  post('/api/settings/:urn/end-part', 'settings.manage'),

  get('/api/review-queue', 'return.review'),
  get('/api/review-queue/chosen', 'return.review'),
  post('/api/review-queue/accept', 'return.review'),
  get('/api/service-levels', 'collection.see'),
  post('/api/service-levels', 'collection.manage'),
  get('/api/collection', 'collection.see'),
  get('/api/collection/windows', 'collection.see'),
  put('/api/collection/windows/:programme/:periodId', 'collection.manage'),
  put('/api/collection/reminder-days', 'collection.manage'),
  post('/api/collection/reminders', 'collection.manage'),
  get('/api/collection/returns/:returnId', 'collection.see'),
  post('/api/collection/returns/:returnId/extensions', 'collection.manage'),
  post('/api/collection/returns/:returnId/extensions/:extensionId/end', 'collection.manage'),

  get('/api/programmes', 'evidence.see'),
  get('/api/programmes/:programme', 'evidence.see'),
  get('/api/programmes/:programme/indicators/:indicator/provenance', 'evidence.see'),
  get('/api/programmes/:programme/meetings', 'evidence.see'),
  post('/api/programmes/:programme/meetings', 'learning.record'),
  get('/api/indicators/:indicator', 'signed-in'),
  get('/api/framework', 'framework.see'),
  get('/api/framework/:programme', 'framework.see'),
  get('/api/amendments', 'framework.see'),
  post('/api/amendments', 'framework.edit'),
  get('/api/amendments/:amendmentId', 'framework.see'),
  put('/api/amendments/:amendmentId', 'framework.edit'),
  post('/api/amendments/:amendmentId/discard', 'framework.edit'),
  post('/api/amendments/:amendmentId/dry-run', 'framework.see'),
  post('/api/amendments/:amendmentId/propose', 'framework.edit'),
  post('/api/amendments/:amendmentId/take-back', 'framework.edit'),
  post('/api/amendments/:amendmentId/refuse', 'framework.publish'),
  post('/api/amendments/:amendmentId/publish', 'framework.publish'),
  get('/api/standards', 'signed-in'),
  get('/api/standards/:standardId', 'signed-in'),
  get('/api/standards/:standardId/preview', 'standard.see-drafts'),
  post('/api/standards', 'standard.edit'),
  put('/api/standards/:standardId', 'standard.edit'),
  remove('/api/standards/:standardId', 'standard.edit'),
  put('/api/standards/:standardId/severities', 'standard.edit'),
  post('/api/standards/:standardId/checks', 'standard.edit'),
  put('/api/standards/:standardId/checks/:code', 'standard.edit'),
  remove('/api/standards/:standardId/checks/:code', 'standard.edit'),
  post('/api/standards/:standardId/back-tests', 'standard.edit'),
  post('/api/standards/:standardId/propose', 'standard.edit'),
  post('/api/standards/:standardId/take-back', 'standard.edit'),
  post('/api/standards/:standardId/approve', 'standard.edit'),
  post('/api/standards/:standardId/refuse', 'standard.edit'),
  get('/api/back-tests/:backTestId', 'standard.see-drafts'),
  get('/api/back-tests/:backTestId/returns', 'standard.see-drafts'),
  get('/api/standards/:standardId/track-record', 'evidence.see'),
  get('/api/standards-scores', 'return.see'),
  get('/api/waivers', 'waiver.see'),
  post('/api/waivers', 'waiver.request'),
  post('/api/waivers/:waiverId/approve', 'waiver.approve'),
  post('/api/waivers/:waiverId/refuse', 'waiver.approve'),
  post('/api/waivers/:waiverId/withdraw', 'waiver.request'),
  post('/api/waivers/:waiverId/end', 'waiver.approve'),
  get('/api/audit', 'audit.see'),
  get('/api/audit/choices', 'audit.see'),
  get('/api/audit/export', 'audit.see'),
  get('/api/audit/events/:position', 'audit.see'),
  post('/api/audit/verify', 'audit.see'),

  // Pages that the server writes: whoever's session has ended signs in and comes back.
  page('/uploads', 'signed-in'),
  page('/uploads/:returnId', 'return.edit'),
  form('/uploads/:returnId', 'return.edit'),
  page('/uploads/:returnId/:uploadId', 'return.edit'),
  form('/uploads/:returnId/:uploadId', 'return.edit'),
  page('/uploads/:returnId/:uploadId/what-to-fix', 'return.edit'),

  page('/assets/*', 'anyone'),
  page('/service.css', 'anyone'),
  page('/favicon.svg', 'anyone'),
  page('/accessibility', 'anyone'),
  page('/receipts', 'anyone'),
  page('/receipts/:code', 'anyone'),
  // The client's pages hold no data: what they show comes from the API, row by row above.
  page('/*', 'signed-in'),
]
