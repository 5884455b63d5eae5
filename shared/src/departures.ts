/**
 * Leaving: what a person may hold when they go, through which of their roles, and who can take it over. One table,
 * obeyed by the page, the act and the hourly round.
 */
import type { Role } from './roles.ts'

export const heldKinds = [
  'reviews',
  'review-questions',
  'editions',
  'sign-offs',
  'setting-questions',
  'reports',
  'waivers',
] as const
export type HeldKind = (typeof heldKinds)[number]

type HeldRule = {
  /** What it is called over a list of it. */
  name: string
  /** The roles it is held through: it passes on when one of these ends that covers it. */
  through: readonly Role[]
  /** Who can take it over, where their own role covers it. */
  heirs: readonly Role[]
  /** What becomes of it when nobody is chosen. */
  otherwise: string
}

export const heldRules: Record<HeldKind, HeldRule> = {
  reviews: {
    name: 'Returns they are reviewing',
    through: ['evaluator'],
    heirs: ['evaluator'],
    otherwise: 'Back to the review queue: any evaluator may take them',
  },
  'review-questions': {
    name: 'Questions they asked as RMEL that are open',
    through: ['evaluator'],
    heirs: ['evaluator'],
    otherwise: 'Every evaluator: answers reach all of them',
  },
  editions: {
    name: 'Editions of the standard that they proposed or drafted',
    through: ['evaluator'],
    heirs: ['evaluator'],
    otherwise: 'Every evaluator: any of them may go on with a draft, or decide on a proposal',
  },
  'sign-offs': {
    name: 'Returns they sent that wait for sign-off',
    through: ['lead'],
    heirs: ['lead'],
    otherwise: 'Every lead of the borough: what the certifier says reaches all of them',
  },
  'setting-questions': {
    name: 'Questions they asked a setting that are open',
    through: ['lead'],
    heirs: ['lead'],
    otherwise: 'Every lead of the borough: answers reach all of them',
  },
  reports: {
    name: 'Reports of their settings that are not signed off',
    through: ['head'],
    heirs: ['head', 'lead'],
    otherwise: 'The setting’s other heads; without one, the borough lead enters its figures',
  },
  waivers: {
    name: 'Waivers they asked for that nobody has decided on',
    through: ['lead', 'programme-manager'],
    heirs: ['lead', 'programme-manager'],
    otherwise: 'Whoever decides on them: they stay as they were asked for',
  },
}

/** What is lost with a person, so that it is done knowingly: nobody else holds the role there. */
export type DepartureWarning = { role: Role; scope: string; text: string }
