/**
 * Texts that single a child out without a name (check 9.3): one of a small group, with what sets them apart.
 * "The only girl in Year 9" is a name to everyone who knows the school.
 */
import type { Span } from './normalise.ts'

const one =
  '(?:pupil(?!\\s+(?:referral|premium|voice|council|panel|survey|data|records?|places?|forum|support|services|wellbeing|passport|profile|numbers?|attendance|progress))|student(?!\\s+(?:voice|council|union|support|panel|survey))|child(?!\\s+(?:protection|care|development|friendly|health|care|poverty|in need plan))|boy|girl|young person|young man|young woman|young lady|mentee|learner|teenager|sibling|refugee|traveller|looked-after child|male|female|lad|son|daughter|young carer|teenage mother|teenage mum|teen mum)'
/** Not of one: "girl-only group", "boys' group", "pupil-led". */
const alone =
  "(?![\\w-]|['’]?s?['’]?\\s*(?:group|groups|session|sessions|club|team|toilets|work|programme|project)\\b)"
const year =
  '(?:(?:current |former |new )?(?:year|yr\\.?|y) ?(?:[7-9]|1[0-3])|(?:1[0-9]|[5-9]) ?-?year ?-?old)'
const attribute =
  '(?:somali|bangladeshi|bengali|pakistani|indian|african|caribbean|black(?: british| african| caribbean)?|asian|white(?: british| irish)?|mixed[- ]race|mixed[- ]heritage|chinese|vietnamese|turkish|kurdish|polish|romanian|albanian|kosovan|bulgarian|portuguese|brazilian|colombian|afghan|afghani|iraqi|iranian|syrian|sudanese|eritrean|ethiopian|nigerian|ghanaian|congolese|ukrainian|roma|gypsy|irish|traveller|jewish|muslim|sikh|hindu|christian|orthodox|autistic|deaf|blind|disabled|wheelchair-using|adopted|fostered|looked[- ]after|pregnant|transgender|trans|gay|lesbian|bisexual|non-binary|refugee|asylum[- ]seeking|unaccompanied|undocumented|bereaved|homeless|excluded|suspended|adhd|send|eal|deafblind|selectively mute|non-verbal|school-refusing|gang-involved|gang-affiliated)'
const few = "(?:[\\w’'-]+[ \\n]+){0,4}?"

const patterns = [
  // The only one: whatever stands between.
  `\\b(?:the|our|their|its|his|her|my|your|this|an?)\\s+(?:only|single|sole|lone)\\s+(?!of\\b)${few}${one}${alone}`,
  `\\bonly\\s+one\\s+(?!of\\b)${few}${one}${alone}`,
  `\\b(?:the|our)\\s+only\\s+(?:two|three)\\s+${few}(?:pupils|students|children|boys|girls|young people|mentees|learners|siblings)\\b`,
  `\\b(?:the|a)\\s+(?:sole|lone|one)\\s+(?:${year}\\s+|${attribute}\\s+)+${one}${alone}`,
  // One, with two things that set them apart: origin, faith, need or care; age or year; sex.
  `\\b(?:an?|one|the|this|that|our)\\s+(?:[\\w-]+ )?${attribute}\\s+(?:${attribute}\\s+|${year}\\s+)*${one}${alone}\\s+(?:in|from|at|who|aged|with)\\b`,
  `\\b(?:an?|one|the|this|that|our)\\s+(?:[\\w-]+ )?${year},?\\s+(?:[\\w-]+ )?(?:${attribute}\\s+)+${one}${alone}`,
  `\\b(?:an?|one|the|this|that|our)\\s+(?:${attribute}\\s+)+${year}\\s+${one}${alone}`,
  `\\b(?:an?|one|the|this|that|our)\\s+(?:[\\w-]+ )?${year}\\s+(?:boy|girl|lad|young man|young woman|young lady|male|female)${alone}`,
  `\\b(?:one|the|this|that|our)\\s+(?:[\\w-]+ )?(?:boy|girl|lad|pupil|student|young person|mentee)${alone}\\s+(?:in|from)\\s+${year}\\b`,
  `\\ba\\s+(?:[\\w-]+ )?(?:boy|girl|lad)${alone}\\s+(?:in|from)\\s+${year}\\b`,
  `\\b(?:an?|one|the)\\s+(?:[\\w-]+ )?(?:boy|girl|pupil|student|young person|mentee)\\s+aged\\s+\\d{1,2}\\b`,
  `\\b(?:the|this|that|our)\\s+${attribute}\\s+(?:boy|girl|lad|pupil|student|child|young person|mentee|family|twins)${alone}`,
  `\\b(?:the|our|a)\\s+(?:one\\s+)?(?:boy|girl|lad)\\s+(?:who|whose)\\b`,
  `\\b(?:the|one|our)\\s+(?:one\\s+)?(?:pupil|student|young person|mentee|child)\\s+(?:who|whose)\\s+(?:was|is|has|had|came|moved|arrived|returned|left|lost|gave|father|mother|parent|parents|brother|sister)\\b`,
  `\\b(?:the|a|one pair of|a set of)\\s+(?:[\\w-]+ )?(?:twins|triplets)\\b`,
].map((pattern) => new RegExp(pattern, 'gi'))

/** Where a text singles one child out, in order, none over another. */
export function findSingledOut(text: string): Span[] {
  const found = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 0: all }) => ({ start: index, end: index + all.length })),
  )
  const kept: Span[] = []
  for (const span of found.toSorted((left, right) => left.start - right.start || right.end - left.end)) {
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span)
  }
  return kept
}
