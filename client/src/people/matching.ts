import type { PersonInScope } from './queries.ts'

/** The people whose name, email, job or place has every word that is looked for. */
export function matching(people: readonly PersonInScope[], wanted: string): PersonInScope[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean)
  return people.filter(({ name, email, jobTitle, memberships }) => {
    const known = [name, email, jobTitle ?? '', ...memberships.map(({ scope }) => scope)].join(' ')
    return words.every((word) => known.toLowerCase().includes(word))
  })
}
