/** What the catalogue says of a check's kind. A check that cannot be read has a kind that nobody knows. */
import type { Check, CheckKind } from '@inclusion/shared/standards/check'
import { catalogue } from '@inclusion/shared/standards/kinds/catalogue'
import type { CatalogueEntry } from '@inclusion/shared/standards/kinds/catalogue/entry'

const entries: Partial<Record<CheckKind, Pick<CatalogueEntry<CheckKind>, 'looksFor' | 'looksBack'>>> =
  catalogue

export const looksForWords = ({ rule }: Check): string =>
  entries[rule.kind]?.looksFor ?? 'What is stored of this check cannot be read, so it blocks every return.'

/** Null for a check that needs nothing but the return itself. */
export const looksBackWords = ({ rule }: Check): string | null =>
  entries[rule.kind]?.looksBack
    ? 'It compares with earlier periods, a baseline, a profile or other boroughs. Where there are none it says nothing: not enough history is no failure.'
    : null
