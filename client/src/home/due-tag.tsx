import { daysLeftWords } from '../returns/return-words.ts'
import { Tag } from '../ui/tag.tsx'

/** How long is left, or how late it is; nothing once it was submitted. Colour only where it is near. */
export function DueTag({ daysLeft }: { daysLeft: number | null }) {
  if (daysLeft === null) return null
  const words = daysLeftWords(daysLeft)
  if (daysLeft < 0) return <Tag colour="red">{words}</Tag>
  return daysLeft <= 7 ? <Tag colour="yellow">{words}</Tag> : words
}
