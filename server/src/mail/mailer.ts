/** The mail port: what the outbox sends through. */
export type Message = { id: string; recipient: string; subject: string; text: string; at: string }

export type Mailer = {
  /** Sends one message, or throws. `id` makes a repeat recognisable (it becomes the Message-ID). */
  send: (message: Message) => Promise<void>
  /** The latest messages, newest first: only where they stay with us (the demonstration). */
  latest?: (most: number) => Promise<Message[]>
}
