/** The shape of a catalogue entry: what the editor's form and the page of a check say of one kind. */
import type { CheckKind, CheckRule, Check } from '../../check.ts'
import type { RuleOf } from '../rule-of.ts'

/** Yes or no, with the words for each. */
type YesOrNo = { input: 'yes-no'; yes: string; no: string }
/** A number, or a whole one, from `from` up to `to` (null: no upper end), in `unit`. */
type NumberInput = { input: 'number' | 'whole-number'; unit: string; from: number; to: number | null }
/** Kept from 0 to 1, shown and typed in percent. `from` and `to` are kept shares. */
type ShareInput = { input: 'share'; unit: string; from: number; to: number }
/** Several shares under names: one for each tier, or each threshold. */
type SharesInput<Name extends string> = { input: 'shares'; unit: string; names: Record<Name, string> }
/** A list of numbers above zero, one a line. */
type NumbersInput = { input: 'numbers'; most: number }
/** A list of words or phrases, one a line. */
type PhrasesInput = { input: 'phrases'; most: number }
type TextInput = { input: 'text' }
/** One of some values, or several of them, each with its words. */
type ChoiceInput<Value extends string> = { input: 'choice'; options: Record<Value, string> }
type ChoicesInput<Value extends string> = { input: 'choices'; options: Record<Value, string> }

type InputFor<Value> = [Value] extends [boolean]
  ? YesOrNo
  : [Value] extends [number]
    ? NumberInput | ShareInput
    : [Value] extends [number[]]
      ? NumbersInput
      : [Value] extends [(infer One extends string)[]]
        ? string extends One
          ? PhrasesInput
          : ChoicesInput<One>
        : [Value] extends [infer One extends string]
          ? string extends One
            ? TextInput
            : ChoiceInput<One>
          : SharesInput<keyof Value & string>

type Said = { label: string; hint: string }

/** One parameter of a kind as a form reads it, whatever its value. */
export type Parameter = Said &
  (
    | YesOrNo
    | NumberInput
    | ShareInput
    | SharesInput<string>
    | NumbersInput
    | PhrasesInput
    | TextInput
    | ChoiceInput<string>
    | ChoicesInput<string>
  )

export type CatalogueEntry<Kind extends CheckKind> = {
  /** What the kind is called, in plain words. */
  name: string
  /** One sentence: what it looks for. */
  looksFor: string
  /** Whether it reads earlier periods, a baseline, profiles or peers, and so may have nothing to go by. */
  looksBack: boolean
  /** The clause that a new check of the kind stands under unless another is chosen. */
  clause: string
  stage: Check['stage']
  parameters: {
    [Name in Exclude<keyof RuleOf<Kind>, 'kind'>]: Said & InputFor<RuleOf<Kind>[Name]>
  }
  /** What a new check of the kind starts with: the values of reference edition 1. */
  starting: RuleOf<Kind>
}

/** Entries of some kinds. A kind or a parameter without an entry does not compile. */
export type EntriesOf<Kinds extends CheckKind> = { [Kind in Kinds]: CatalogueEntry<Kind> }

export type Catalogue = EntriesOf<CheckRule['kind']>
