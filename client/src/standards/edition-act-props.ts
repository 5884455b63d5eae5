import type { EditionView } from '@inclusion/server/standards/view'
import type { Told } from '../outcome.tsx'

/** What an act on an edition is given: the edition, and whom to tell what came of it. */
export type EditionActProps = Told & { edition: EditionView }
