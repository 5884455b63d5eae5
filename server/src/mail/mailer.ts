/** The mail port: what the outbox sends through. */
export type Message = { id: string; recipient: string; subject: string; text: string; at: string }

/**
 * Called by a mailer right before the one step after which a message may arrive. Throws when somebody else has the
 * letter by now: then that step must not be taken.
 */
export type HandOver = () => Promise<void>

export type Mailer = {
  /**
   * Sends one message, or throws; with a `responseCode` where the other side refused it. `id` makes a repeat
   * recognisable (it becomes the Message-ID). A mailer for which sending again changes nothing need not hand over.
   */
  send: (message: Message, handOver: HandOver) => Promise<void>
  /** The latest messages, newest first: only where they stay with us (the demonstration). */
  latest?: (most: number) => Promise<Message[]>
}
