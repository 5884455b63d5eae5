/**
 * The floor: the same handler by hand, with raw prepared better-sqlite3. The same HTTP server, the same
 * zod schema, session look-up, revision guard, stored rows, audit event and hash, the same checks on the
 * same rows read back, the same durability; no Kysely, no middleware, no table of permissions.
 */
import { createHash, randomUUID } from 'node:crypto'
import { serve } from '@hono/node-server'
import { SaveRequest } from '@inclusion/server/returns/requests'
import { canonicalJson } from '@inclusion/shared/canonical'
import { emptyFigure, type Figure } from '@inclusion/shared/figures'
import { applyChange } from '@inclusion/shared/figure-changes'
import { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { readLocator } from '@inclusion/shared/locators'
import { referenceEdition1 } from '@inclusion/shared/standards/edition-1'
import { exampleInput } from '@inclusion/shared/standards/examples/worked-example'
import { runChecks } from '@inclusion/shared/standards/run-checks'
import Database from 'better-sqlite3'
import { Hono } from 'hono'

const db = new Database(process.argv[2])
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
db.pragma('foreign_keys = ON')

const findSession = db.prepare(
  `SELECT people.id, people.name, memberships.role FROM sessions JOIN people ON people.id = sessions.personId
   LEFT JOIN memberships ON memberships.personId = people.id WHERE sessions.token = ? AND sessions.expiresAt > ?`,
)
const findReturn = db.prepare(
  `SELECT returns.*, grants.programme FROM returns JOIN grants ON grants.id = returns.grantId WHERE returns.id = ?`,
)
const findDefinitions = db.prepare(
  `SELECT indicator_definitions.id, definition FROM return_items JOIN indicator_definitions
   ON indicator_definitions.id = return_items.definitionId WHERE returnId = ? ORDER BY return_items.indicator`,
)
const findPoints = db.prepare('SELECT * FROM data_points WHERE returnId = ?')
const findDrafts = db.prepare('SELECT locator, part, entered FROM draft_texts WHERE returnId = ?')
const findExplanations = db.prepare('SELECT * FROM explanations WHERE returnId = ?')
const columns = [
  ...['returnId', 'locator', 'indicator', 'urn', 'category', 'value', 'numerator', 'denominator', 'people'],
  ...['text', 'missing', 'note', 'evidence', 'provenance', 'onBehalf', 'revision', 'changedBy', 'changedAt'],
]
const storePoints = db.prepare(
  `INSERT INTO data_points (${columns.join()}) SELECT ${columns.map((_name, place) => `value ->> ${place}`).join()}
   FROM json_each(?) WHERE true ON CONFLICT (returnId, locator) DO UPDATE SET
   ${columns
     .slice(2)
     .map((name) => `${name} = excluded.${name}`)
     .join()}
   WHERE data_points.revision = excluded.revision - 1`,
)
const findHead = db.prepare('SELECT position, hash FROM audit_head WHERE id = 1')
const addEvent = db.prepare('INSERT INTO audit_events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
const moveHead = db.prepare('UPDATE audit_head SET position = ?, hash = ? WHERE id = 1')
const begin = db.prepare(`UPDATE returns SET status = 'in-progress', statusSince = ? WHERE id = ?`)

const definitions = new Map<string, IndicatorDefinition>()
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

type Row = Figure & { locator: string; revision: number }

function askedOf(returnId: string): IndicatorDefinition[] {
  return (findDefinitions.all(returnId) as { id: string; definition: string }[]).map(({ id, definition }) => {
    const known = definitions.get(id) ?? IndicatorDefinition.parse(JSON.parse(definition))
    definitions.set(id, known)
    return known
  })
}

const save = db.transaction((returnId: string, request: typeof SaveRequest._output, personId: string) => {
  const dataReturn = findReturn.get(returnId) as { status: string; programme: string }
  const asked = new Map(askedOf(returnId).map((definition) => [definition.indicator, definition]))
  const stored = new Map((findPoints.all(returnId) as Row[]).map((row) => [row.locator, row]))
  const at = new Date().toISOString()
  const trail: unknown[] = []
  const rows = request.changes.map((change) => {
    const place = readLocator(change.locator)
    if (place.kind !== 'figure') throw new Error('Only figures are measured')
    const { figure } = applyChange(
      asked.get(place.indicator)!,
      stored.get(change.locator) ?? emptyFigure,
      change,
    )
    const { value, numerator, denominator, people, text, missing, note } = figure
    const revision = change.revision + 1
    trail.push([change.locator, revision, value, numerator, denominator, people, missing])
    const category = place.dimension ? `${place.dimension}:${place.category}` : null
    const key = { returnId, locator: change.locator, indicator: place.indicator, urn: place.urn, category }
    const numbers = { value, numerator, denominator, people, text, missing, note, evidence: null }
    return {
      ...key,
      ...numbers,
      provenance: 'typed',
      onBehalf: 0,
      revision,
      changedBy: personId,
      changedAt: at,
    }
  })
  if (storePoints.run(JSON.stringify(rows.map((row) => Object.values(row)))).changes < rows.length)
    throw new Error('Somebody changed a figure')
  if (dataReturn.status === 'not-started') begin.run(at, returnId)
  const head = findHead.get() as { position: number; hash: string }
  const event = {
    position: head.position + 1,
    id: randomUUID(),
    at,
    personId,
    action: 'return.save-figures',
    subject: returnId,
    detail: canonicalJson({ figures: trail }),
    previousHash: head.hash,
  }
  const hash = sha256(canonicalJson(event))
  addEvent.run(event.position, event.id, at, personId, event.action, returnId, event.detail, head.hash, hash)
  moveHead.run(event.position, hash)
  return {
    revisions: Object.fromEntries(rows.map(({ locator, revision }) => [locator, revision])),
    savedAt: at,
  }
})

function check(returnId: string) {
  const points = findPoints.all(returnId) as Row[]
  return runChecks(referenceEdition1, {
    ...exampleInput({
      tier: 'light',
      figures: Object.fromEntries(
        points.map((row) => [row.locator, { ...emptyFigure, ...row, evidence: null }]),
      ),
      drafts: findDrafts.all(returnId) as [],
      explanations: findExplanations.all(returnId) as [],
    }),
    asked: askedOf(returnId),
  })
}

const app = new Hono().put('/api/returns/:returnId/figures', async (c) => {
  const token = c.req.header('authorization') ?? ''
  const session = findSession.get(token, new Date().toISOString()) as { id: string } | undefined
  if (!session) return c.json({}, 401)
  const request = SaveRequest.parse(await c.req.json())
  const returnId = c.req.param('returnId')
  const saved = save.immediate(returnId, request, session.id)
  return c.json({ ...saved, findings: check(returnId) })
})

serve({ fetch: app.fetch, port: 0 }, ({ port }) => console.log(port))
