/** How the checks of a draft are written. A check keeps its number and its kind for ever. */
import type { Trx } from '@inclusion/db/open'
import { Problem } from '@inclusion/shared/problems'
import { Check, type Standard } from '@inclusion/shared/standards/check'
import { catalogue } from '@inclusion/shared/standards/kinds/catalogue'
import type { Context } from '../context.ts'
import { findStandard } from './find-standard.ts'
import { editDraft, refused, type By, type Moved } from './edit.ts'
import type { AddedCheck, SavedCheck, SavedSeverities } from './requests.ts'
import { insertCheck, publishedWith, updateCheck } from './store.ts'

type At = { id: string; revision: number }

/** Saves one check: severities, parameters, and its words. Throws `not-found` for a number that there is not. */
export function saveCheck(
  context: Context,
  by: By,
  { id, code }: { id: string; code: string },
  { revision, ...given }: SavedCheck,
): Promise<Moved> {
  return editDraft(context, by, { id, revision }, async ({ trx, note }) => {
    const check = checkOf(await findStandard(trx, id), code)
    if (given.rule.kind !== check.rule.kind)
      throw refused('rule.kind', 'A check keeps its kind. Add another check for another kind')
    const saved = Check.parse({ ...check, ...given })
    await updateCheck(trx, id, saved)
    note({ check: code, severity: saved.severity })
  })
}

/** Saves the severities of several checks at once. */
export function saveSeverities(
  context: Context,
  by: By,
  id: string,
  { revision, checks }: SavedSeverities,
): Promise<Moved> {
  return editDraft(context, by, { id, revision }, async ({ trx, note }) => {
    const standard = await findStandard(trx, id)
    for (const { code, severity } of checks) {
      await updateCheck(trx, id, { ...checkOf(standard, code), severity })
    }
    note({ severities: Object.fromEntries(checks.map(({ code, severity }) => [code, severity])) })
  })
}

/** Adds a check of any kind, under the clause that its number begins with. */
export function addCheck(
  context: Context,
  by: By,
  id: string,
  { revision, code, ...given }: AddedCheck,
): Promise<Moved> {
  return editDraft(context, by, { id, revision }, async ({ trx, note }) => {
    const standard = await findStandard(trx, id)
    const clause = code.split('.')[0]!
    if (!standard.clauses.some(({ number }) => number === clause))
      throw refused('code', 'Begin with the number of a clause, as in 4.13')
    if (standard.checks.some((check) => check.code === code))
      throw refused('code', `This edition has a check ${code} already. Choose another number`)
    if ((await publishedWith(trx, code)).length > 0)
      throw refused('code', `Another edition has a check ${code} already. Choose another number`)
    const { stage } = catalogue[given.rule.kind]
    await insertCheck(trx, id, Check.parse({ ...given, code, clause, stage }))
    note({ check: code, kind: given.rule.kind })
  })
}

/** Takes out a check that this draft added. One of the edition before is switched off instead, and stays. */
export function removeCheck(
  context: Context,
  by: By,
  { code, ...at }: At & { code: string },
): Promise<Moved> {
  return editDraft(context, by, at, async ({ trx, note, edition }) => {
    const { rule } = checkOf(await findStandard(trx, at.id), code)
    if (edition.basedOn && (await isOf(trx, edition.basedOn, code)))
      throw new Problem('check-is-of-the-ground')
    await trx.deleteFrom('checks').where('standardId', '=', at.id).where('code', '=', code).execute()
    note({ check: code, kind: rule.kind })
  })
}

async function isOf(trx: Trx, standardId: string, code: string): Promise<boolean> {
  const { checks } = await findStandard(trx, standardId)
  return checks.some((check) => check.code === code)
}

function checkOf({ checks }: Standard, code: string): Check {
  const check = checks.find((each) => each.code === code)
  if (!check) throw new Problem('not-found')
  return check
}
