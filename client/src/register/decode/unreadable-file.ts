/** A file that is no register this page can open: its message is a sentence that says what to do. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
}
