/**
 * Probable names of people in a text (check 9.2). No algorithm can be sure: what is found is asked about,
 * never refused. Measured in docs/checks.md.
 */
import { ambiguousNames, familyNames, givenNames } from './given-names.ts'
import {
  institutionWords,
  neverAlone,
  notBefore,
  personBelongings,
  personNouns,
  personVerbs,
  titleWords,
} from './name-surroundings.ts'
import type { Span } from './normalise.ts'
import { soundsLikeName } from './spellings.ts'
import { findUnlisted } from './unlisted-names.ts'

type Word = Span & {
  text: string
  /** In small letters, without accents and without a possessive. */
  base: string
  isCapital: boolean
  isPossessive: boolean
  /** One space, or a hyphen, parts it from the word before. */
  follows: boolean
  beginsSentence: boolean
}

/** Where a text probably names a person, in order. */
export function findNames(text: string): Span[] {
  if (!/\p{Lu}/u.test(text)) return []
  const words = wordsOf(text)
  const listed = words.flatMap((_, at) => (isName(text, words, at) ? [spanOf(words, at)] : []))
  return merged([...listed, ...titled(text, words), ...called(text), ...findUnlisted(text)])
}

const wordPattern = /\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*/gu

function wordsOf(text: string): Word[] {
  let end = 0
  return [...text.matchAll(wordPattern)].map(({ index, 0: found }, at) => {
    const gap = text.slice(end, index)
    const bare = found.replace(/['’]s$/i, '')
    end = index + found.length
    return {
      text: bare,
      base: bare.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase(),
      start: index,
      end: index + bare.length,
      isCapital: /^\p{Lu}/u.test(found),
      isPossessive: bare !== found,
      follows:
        at > 0 &&
        /^(?: |\.? |\n)$/.test(gap) &&
        !/\p{L}{3}\. $/u.test(text.slice(Math.max(0, index - 5), index)),
      beginsSentence: at === 0 || /[.!?:;\n•"“]\s*$/.test(gap),
    }
  })
}

function isName(text: string, words: readonly Word[], at: number): boolean {
  const word = words[at]!
  if (!word.isCapital || isOfInstitution(words, at) || isSaint(words, at)) return false
  if (isGiven(word)) return true
  const next = words[at + 1]
  const surname = next?.isCapital && next.follows && !word.isPossessive ? next : null
  if (surname && familyNames.has(surname.base) && !notBefore.has(word.base)) return true
  if (isMidSentence(word) && soundsLikeName(word.base)) return true
  if (!ambiguousNames.has(word.base)) return false
  return isUsedAsName(text, word, surname)
}

/** Capitals in mid-sentence mean something; another spelling of a name is not looked for in a sentence's first word. */
const isMidSentence = ({ text, base, beginsSentence }: Word): boolean =>
  !beginsSentence &&
  text !== text.toUpperCase() &&
  !titleWords.has(base) &&
  !institutionWords.has(base) &&
  !notBefore.has(base) &&
  !neverAlone.has(base) &&
  !ambiguousNames.has(base)

function isGiven({ base, text }: Word): boolean {
  if (text.length > 1 && text === text.toUpperCase() && text.length < 5) return false
  if (givenNames.has(base)) return true
  const [first = '', second] = text.split('-')
  return second !== undefined && /^\p{Lu}/u.test(second) && givenNames.has(first.toLowerCase())
}

const ofKin = /^ (?:mum|mother|dad|father|brother|sister|nan|gran|aunt|uncle|foster carer)\b/
const justBefore = new RegExp(`\\b${personNouns}\\s+$`, 'i')

function isUsedAsName(text: string, { base, start, end, isPossessive }: Word, surname: Word | null): boolean {
  if (neverAlone.has(base)) return isPossessive && ofKin.test(text.slice(end + 2))
  if (surname && !titleWords.has(surname.base) && surname.text !== surname.text.toUpperCase()) return true
  const after = text.slice(end, end + 60)
  if (isPossessive) return personBelongings.test(after.slice(2))
  return personVerbs.test(after) || justBefore.test(text.slice(Math.max(0, start - 40), start))
}

/** A run of capitalised words around this one, "of" and "of the" inside it, that is the name of a place. */
function isOfInstitution(words: readonly Word[], at: number): boolean {
  for (let next = at + 1; next < words.length && next <= at + 6; next++) {
    const word = words[next]!
    const joins = /^(?:of|the|and)$/.test(word.text) && words[next + 1]?.isCapital
    if (!word.follows || !(word.isCapital || joins)) return false
    // "Amina and Park School" are two; "Marsh of the Hill School" is one.
    if (word.text === 'and') return false
    if (word.isCapital && institutionWords.has(word.base)) return true
    if (words[next - 1]!.isPossessive && !word.isCapital) return false
  }
  return false
}

const isSaint = (words: readonly Word[], at: number): boolean =>
  words[at]!.follows &&
  /^(?:st|saint|saints|king|queen|lord|lady|hurricane|storm)$/.test(words[at - 1]?.base ?? '')

/** The name with what follows it, as far as it is written like a name. */
function spanOf(words: readonly Word[], at: number): Span {
  const first = words[at]!
  const next = words[at + 1]
  const goesOn = next?.isCapital && next.follows && !first.isPossessive && !titleWords.has(next.base)
  return { start: first.start, end: goesOn && next ? next.end : first.end }
}

const honorifics = /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|rev|reverend|imam|auntie|aunty)$/

/** "Mr Okafor", "Dr A. Patel", "Miss Ali": whoever it is, a person is meant. Also "K. Patel". */
function titled(text: string, words: readonly Word[]): Span[] {
  return words.flatMap((word, at) => {
    const next = words[at + 1]
    if (!next?.isCapital || !next.follows || !word.isCapital) return []
    const isInitial =
      word.text.length === 1 &&
      familyNames.has(next.base) &&
      !/\bYear $/.test(text.slice(Math.max(0, word.start - 5), word.start))
    const isTitled = honorifics.test(word.base) && !titleWords.has(next.base)
    if (!(isInitial || isTitled) || isOfInstitution(words, at) || institutionWords.has(next.base)) return []
    return [{ start: word.start, end: next.end }]
  })
}

const calledPattern = new RegExp(
  `\\b(?:${personNouns},? (?:(?:who )?(?:is|was) )?(?:called|named)|(?:brother|sister|son|daughter|cousin),?)\\s+(\\p{Lu}[\\p{L}\\p{M}'’-]+)`,
  'giu',
)

/** "A pupil called Zyan", "his brother Dariusz": a name that is in no list. */
const called = (text: string): Span[] =>
  [...text.matchAll(calledPattern)].flatMap(({ index, 0: all, 1: name }) =>
    /^\p{Lu}/u.test(name!) ? [{ start: index + all.length - name!.length, end: index + all.length }] : [],
  )

function merged(spans: readonly Span[]): Span[] {
  const kept: Span[] = []
  for (const span of spans.toSorted((left, right) => left.start - right.start || right.end - left.end)) {
    const last = kept.at(-1)
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end)
    else kept.push({ ...span })
  }
  return kept
}
