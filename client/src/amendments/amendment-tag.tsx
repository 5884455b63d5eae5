import type { AmendmentStatus } from '@inclusion/shared/framework/amendment-actions'
import { Tag, type TagColour } from '../ui/tag.tsx'

const tags: Record<AmendmentStatus, { colour: TagColour; words: string }> = {
  draft: { colour: 'blue', words: 'Draft' },
  proposed: { colour: 'yellow', words: 'To decide' },
  published: { colour: 'green', words: 'Published' },
  discarded: { colour: 'grey', words: 'Discarded' },
}

/** How far an amendment is. */
export function AmendmentTag({ status }: { status: AmendmentStatus }) {
  return <Tag colour={tags[status].colour}>{tags[status].words}</Tag>
}
