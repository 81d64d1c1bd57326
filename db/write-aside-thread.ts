// The thread of db/write-aside: makes the changes it is asked for, several at a time, each in a transaction as `write` has it.
import { parentPort } from 'node:worker_threads';
import { mapColumns } from './commands/imports/columns';
import { commitImport } from './commands/imports/commit';
import { takeBackImport } from './commands/imports/take-back';
import { uploadList } from './commands/imports/upload';
import { type Command, write } from './write';
import type { Answered, Asked, Fault } from './write-aside';

const COMMANDS = [uploadList, mapColumns, commitImport, takeBackImport] as Command<unknown, unknown>[];

parentPort?.on('message', async ({ number, name, viewer, input, key }: Asked) => {
  const answer = (outcome: Answered) => parentPort?.postMessage(outcome);
  try {
    const command = COMMANDS.find((known) => known.name === name);
    if (!command) throw new Error(`${name} is no command of the thread beside the pages`);
    answer({ number, written: await write(viewer, command, input, key) });
  } catch (error) {
    answer({ number, fault: faultOf(error) });
  }
});

/** What is left of an error on its way between threads: its name and its cause, the database's code, would be lost. */
function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message, stack, cause } = error;
  const { code, constraint } = (cause ?? {}) as { code?: unknown; constraint?: unknown };
  return { name, message, stack, cause: { code, constraint } };
}
