/** The words around a name that tell whether a person is meant. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** After a name: it is that of a place, an institution or a tool. */
export const institutionWords = words(`
academies academy abbey alternative ap athletic avenue award awards base borough bridge building bursary campus
centre center charity church city close club college common council county court cup drive east education
estate federation fields foundation framework fund games garden gardens gate green grove hall high hill
hospital house hub infant institute inventory junior lane law league learning lecture library lodge lyon
manor matrix memorial method mission model mosque network north nursery palace park partnership place
plan primary prize priory programme program project provision pru questionnaire referral road room scale
scales scheme school schools secondary service services sixth society south square stadium star station street
technology temple test theatre toolkit tower town trust tuition unit united university village ward way
west wharf wing youth
`)

/** After a word that may be a name: it is the word. */
export const titleWords = words(`
bank break bulletin calendar camp class conference cohort day days exam exams fair festival friday half
holiday holidays group news sports weekend club line meeting monday network newsletter october period pilot programme quarter rag rating
report reports return review saturday school season sessions show signs status sunday target targets team term
terms thursday training tuesday update valley visit wednesday week weekly weeks work workshop workshops year years
january february march april may june july august september november december
`)

/** Months, seasons and places: as names they need a family name behind them. */
export const neverAlone = words(`
april asia august autumn brooklyn camden chelsea chester dakota dale dallas denver devon easter florence forest
georgia india israel jan jordan july june kent king kingston kyoto lincoln london lorne march may milan
orlando paris preston prince princess queen roman spring sterling summer sunday sydney trinity troy tudor
victoria ward west winter york christian young major judge
`)

/** Before a capitalised word: the two together are no name. */
export const notBefore = words(`
a about after all also although an and any are as asian at b because before black both british but by can class
did each english every few first for from further had has have he head her his how if in is it its key
last learning local many more most muslim my national new next no not of on one or our out over school second
sessions several she since so some south st such team term that the their them then there these they this those through
to two under until up was we week were what when where which while white who why will with within without year you
your young
`)

/** What a person does or has done: "Grace said". */
export const personVerbs =
  /^\s+(?:also |now |really |then |never |always )?(?:said|says|told|tells|feels|felt|thinks|thought|loves|loved|likes|liked|enjoyed|enjoys|attended|attends|joined|smiled|lives|lived|moved|wants|wanted|asked|explained|described|struggled|refused|returned to|came|went|arrived|cried|laughed|spoke|talked|learned|learnt|has been|had been|is now|was (?:excluded|suspended|referred|moved|placed|happy|angry|arrested|anxious|late|absent|being)|did not|didn['’]t|doesn['’]t|can't|who (?:is|was|had|has))\b/

/** What only a person has: "Grace's mum". */
export const personBelongings =
  /^\s+(?:\p{Ll}+ )?(?:mum|mother|father|dad|parents?|carers?|family|brother|sister|nan|gran|aunt|uncle|foster|social worker|confidence|attitude|mentor|behaviour|anger|anxiety|story|words|home|friends?|keyworker)\b/u

/** Who is named next: "a pupil called Zyan", "her mentor Grace". */
export const personNouns =
  '(?:pupil|student|child|boy|girl|mentee|learner|teenager|young person|young man|young woman|year-old|mum|mother|father|dad|son|daughter|brother|sister|sibling|friend|aunt|uncle|mentor|teacher|headteacher|head|tutor|keyworker|key worker|social worker|ta|senco|sendco|colleague)'
