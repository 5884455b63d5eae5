/**
 * What is not taken of a file: one that cannot be read, and one that identifies a person anywhere in it, which is
 * told in the audit by kinds and places (check 9.1), as `http/personal-data.ts` does for what is typed.
 */
import { kindsIn, kindWords } from '@inclusion/shared/privacy/find-identifiers'
import { Problem } from '@inclusion/shared/problems'
import type { FilledFile } from '@inclusion/shared/templates/filled-file'
import type { Context } from '../context.ts'
import { change } from '../trust/change.ts'
import type { HeldCell } from './read/held-in.ts'
import type { Reading } from './read/read-file.ts'

/** So many places are told of: a sheet of identifiers is one event, and one answer, of a bounded size. */
const mostPlaces = 50

type Sender = { personId: string; returnId: string }

/** The file as it was read. Throws the Problems `file-refused` and `personal-data`. */
export async function takeReading(context: Context, sender: Sender, reading: Reading): Promise<FilledFile> {
  if (reading.kind === 'refused') throw new Problem('file-refused', { detail: reading.sentence })
  if (reading.kind === 'held') return refuseHeld(context, sender, reading.cells)
  return reading.file
}

/** The name is a text like any other: it would be kept. */
export async function refuseName(context: Context, sender: Sender, name: string): Promise<void> {
  const kinds = kindsIn(name)
  if (kinds.length === 0) return
  await refuseHeld(context, sender, [{ where: 'The name of the file', at: 'the name of the file', kinds }])
}

async function refuseHeld(context: Context, sender: Sender, cells: readonly HeldCell[]): Promise<never> {
  const { personId, returnId } = sender
  const act = { personId, action: 'personal-data.refuse', subject: `upload to ${returnId}` }
  const told = cells.slice(0, mostPlaces)
  await change(context, act, async (_, note) =>
    note({ held: told.map(({ at, kinds }) => [at, kinds]), fields: cells.length }),
  )
  throw new Problem('personal-data', {
    errors: told.map(({ where, kinds }) => ({
      field: where,
      message: `This looks like ${kinds.map((kind) => kindWords[kind]).join(' and ')}. Take it out, save the file, and upload it again.`,
    })),
  })
}
