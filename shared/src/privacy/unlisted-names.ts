/** A name that is in no list, known by what is said of it: "Taj has asked", "Ikenna's mentor". */
import type { Span } from './normalise.ts'

/** Words that begin a sentence, and places and bodies of which the same is said. */
const notNames = new Set(
  `adults all another anybody anyone arsenal attendance barking barnet behaviour bexley both borough boy brent
  brixton bromley camden carer centre child college council coordinator croydon dad dagenham data deptford
  ealing edmonton each england enfield everybody everyone everything facilitator family father feedback
  girl government greenwich group guardian hackney half hammersmith haringey harrow havering head headteacher
  he her hillingdon his home hounslow however islington it kensington keyworker kingston lambeth leader lead
  leadership learner lewisham london many maths mentee mentor merton ministry mopac most mother mum
  neither network newham nobody none not nothing now nurse officer ofsted one only our panel parent partner peckham
  people person placement police programme provider provision pru pupil redbridge richmond rmel school senco she
  sibling sister brother some somebody someone somewhere southwark staff student sutton ta teacher team that the their
  then there therapist these they this those time today tottenham tower trust turnout tutor unit vru waltham wandsworth
  we westminster what when where which who whoever why worker year you youth girlfriend boyfriend somers nan grandma granny`.split(
    /\s+/,
  ),
)
const notPersons = /(?:ance|ence|tion|sion|ment|ship|ity|ness|ing|ism|ology|ss|[^aeiou]s|es|ers|ors)$/i

const said =
  '(?:also |now |really |then |never |always |has |has now |has since |had )?(?:said|says|told|tells|feels|felt|thinks|thought|loves|loved|likes|enjoyed|enjoys|smiled|cried|laughed|asked|explained|admitted|hopes to|wants to|wanted to|refused to|struggles|struggled|lives (?:with|in)|lived with|speaks|leads on|came (?:in|to|back)|comes in|stopped (?:attending|coming)|started (?:at|coming|college)|settled|moved (?:to|in|out|back|school)|joined (?:the|us)|left (?:us|the (?:pru|school|group))|changed (?:mentor|school)s?|returned to|got (?:a|his|her) |passed (?:his|her)|sleeps|eats|attends|lost (?:his|her)|made friends)'
const was =
  '(?:was|is|has been|had been) (?:now |also |then |permanently |later |twice )?(?:excluded|suspended|arrested|placed|referred|reintegrated|stabbed|bullied|bereaved|anxious|angry|homeless|pregnant|fostered|adopted|attending|calmer|happier|proud|back (?:in|at)|\\d\\d\\b)'
const of =
  '(?:mum|mother|father|dad|parents|carers?|family|brother|sister|nan|gran|aunt|uncle|cousin|foster|mentor|confidence|attitude|anger|anxiety|social worker|keyworker|timetable|placement|story)\\b'

const patterns = [
  new RegExp(
    `(?<![\\p{L}\\p{N}'’-])(\\p{Lu}\\p{Ll}[\\p{L}\\p{M}’'-]*)(?:, \\d\\d,)? (?:${said}|${was})`,
    'gu',
  ),
  new RegExp(`(?<![\\p{L}\\p{N}'’-])(\\p{Lu}\\p{Ll}[\\p{L}\\p{M}-]*)['’]s ${of}`, 'gu'),
  /\b(?:[Aa]unt|[Uu]ncle|[Cc]oach|[Bb]rother|[Ss]ister|[Nn]anny|[Gg]randma) (\p{Lu}\p{Ll}[\p{L}\p{M}-]*)/gu,
]

/** Where a capitalised word that is no known word stands for somebody, by what is said of it. */
export const findUnlisted = (text: string): Span[] =>
  patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ index, 0: all, 1: name }) => {
      const start = index + all.indexOf(name!)
      // The last of several capitalised words is mostly that of a place or a body: "Regent High said".
      const before = text.slice(Math.max(0, start - 30), start)
      if (all.startsWith(name!) && /\p{Lu}[\p{L}\p{N}’'-]* $/u.test(before)) return []
      const bare = name!.toLowerCase().replace(/['’]s$/, '')
      return notNames.has(bare) || notPersons.test(bare) ? [] : [{ start, end: start + name!.length }]
    }),
  )
