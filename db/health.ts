import { sql } from 'drizzle-orm';
import { atTheDoor } from './client';

export const databaseAnswers = (): Promise<boolean> =>
  atTheDoor((tx) => tx.execute(sql`select 1`)).then(
    () => true,
    () => false,
  );
